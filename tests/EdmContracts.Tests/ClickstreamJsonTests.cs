using System.Text.Json;

namespace EdmContracts.Tests;

public class ClickstreamJsonTests
{
    [Theory]
    [InlineData("""{"topic":"edm-ui-click","uuid":"5d1c0b6e-3f6b-4d7e-8a34-0d2f1f0c9a11","event_timestamp":1541792811040,"properties":{"button_id":"browse-kits","description":"button click"}}""")]
    [InlineData("""{"topic":"edm-ui-pageload","uuid":"5d1c0b6e-3f6b-4d7e-8a34-0d2f1f0c9a11","event_timestamp":1541792811040,"properties":{"user_agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.77 Safari/537.36","description":"page load","url":"https://shop.example/?a=1&b=<2>'+"}}""")]
    public void A_record_of_2018_comes_out_as_it_went_in(string json) => Assert.Equal(json, Write(Read(json)));

    [Fact]
    public void A_record_of_today_comes_out_as_it_went_in()
    {
        const string json =
            """{"topic":"edm-ui-commerce","event_id":"0193","type":"product_added","uuid":"v","session_id":"s","event_timestamp":1541792811040,"received_timestamp":1541792811123,"properties":{"product_id":"chemex-6","price":39.90,"quantity":1,"currency":"USD"}}""";

        Assert.Equal(json, Write(Read(json)));
    }

    [Fact]
    public void Fields_that_a_record_does_not_have_stay_out() =>
        Assert.Equal("""{"type":"click","event_timestamp":1}""", Write(new ClickstreamRecord { Type = "click", EventTimestamp = 1 }));

    [Fact]
    public void Fields_that_nobody_knows_are_kept()
    {
        const string json = """{"type":"click","shop":{"name":"Kaffee","floors":[1,2.50,null]},"Flag":true}""";

        Assert.Equal(json, Write(Read(json)));
    }

    [Theory]
    [InlineData("café für Ærø")]
    [InlineData("Кофе コーヒー")]
    [InlineData("a cup ☕ for €2")]
    public void Text_beyond_ASCII_stays_text(string text)
    {
        var json = $$"""{"type":"click","session_id":"{{text}}","properties":{"name":"{{text}}"},"note":"{{text}}"}""";

        Assert.Equal(json, Write(Read(json)));
    }

    [Fact]
    public void An_emoji_is_the_same_text_when_it_is_read_again() =>
        Assert.Equal("a smile 😀", Read(Write(new ClickstreamRecord { SessionId = "a smile 😀" })).SessionId);

    [Fact]
    public void Properties_can_be_read_by_their_names() =>
        Assert.Equal(39.99m, Read("""{"properties":{"price":39.99}}""").Properties!.Value.GetProperty("price").GetDecimal());

    private static ClickstreamRecord Read(string json) => JsonSerializer.Deserialize(json, ClickstreamJson.Plain.ClickstreamRecord)!;

    private static string Write(ClickstreamRecord record) => JsonSerializer.Serialize(record, ClickstreamJson.Plain.ClickstreamRecord);
}
