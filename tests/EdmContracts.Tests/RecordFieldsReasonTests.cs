using System.Text;

namespace EdmContracts.Tests;

public class RecordFieldsReasonTests
{
    private const string Whole =
        """{"topic":"edm-ui-click", "event_id":"01\u00e9","n":-12.5e+3,"t":[true,false,null],"properties":{"button_id":"browse-kits"}}""";

    [Fact]
    public void An_empty_record_is_not_JSON() => Assert.Equal("not JSON: an empty record", Reason([]));

    [Theory]
    [InlineData("7B2261223AFF7D", 5)]
    [InlineData("FF", 0)]
    [InlineData("7B2261223A22C3A9C3227D", 8)]
    [InlineData("7B2261223A22EDA080227D", 6)]
    [InlineData("7B2261223A22F09F98", 6)]
    public void What_is_not_UTF8_is_refused_with_the_byte_named(string bytes, int at) =>
        Assert.Equal($"not UTF-8 at byte {at}", Reason(Convert.FromHexString(bytes)));

    [Fact]
    public void Every_beginning_of_a_record_is_said_to_end_too_early_where_it_ends()
    {
        for (var length = 1; length < Whole.Length; length++)
            Assert.Equal((Whole[..length], $"not JSON: ends too early at byte {length}"), (Whole[..length], Reason(Whole[..length])));
    }

    [Theory]
    [InlineData("{\"a\":1,}", "not JSON: unexpected at line 1, byte 7")]
    [InlineData("{\n\"a\": 'x'}", "not JSON: unexpected at line 2, byte 5")]
    [InlineData("{\"a\":01}", "not JSON: unexpected at line 1, byte 6")]
    [InlineData("{} {}", "not JSON: unexpected at line 1, byte 3")]
    [InlineData("{}x", "not JSON: unexpected at line 1, byte 2")]
    [InlineData("{/**/}", "not JSON: unexpected at line 1, byte 1")]
    [InlineData("click", "not JSON: unexpected at line 1, byte 0")]
    public void What_is_not_JSON_is_refused_with_line_and_byte(string json, string reason) => Assert.Equal(reason, Reason(json));

    [Theory]
    [InlineData("[]")]
    [InlineData("1541792811040")]
    [InlineData("\"click\"")]
    [InlineData("null")]
    public void A_record_is_an_object(string json) => Assert.Equal("not a JSON object", Reason(json));

    [Theory]
    [InlineData("topic")]
    [InlineData("event_id")]
    [InlineData("type")]
    [InlineData("uuid")]
    [InlineData("bot")]
    public void A_field_that_is_a_text_is_refused_as_anything_else(string field)
    {
        foreach (var value in new[] { "1", "true", "{}", "[\"a\"]", "\"\\ud800\"", "\"a\\udc00b\"" })
            Assert.Equal((value, $"{field} is not a text"), (value, Reason($"{{\"{field}\":{value}}}")));
    }

    [Theory]
    [InlineData("\"1541792811040\"", "event_timestamp is not a number")]
    [InlineData("true", "event_timestamp is not a number")]
    [InlineData("{}", "event_timestamp is not a number")]
    [InlineData("-1", "event_timestamp is not a time in milliseconds since 1970")]
    [InlineData("253402300800000", "event_timestamp is not a time in milliseconds since 1970")]
    [InlineData("1e400", "event_timestamp is not a time in milliseconds since 1970")]
    public void A_time_is_refused_when_it_is_none(string value, string reason) => Assert.Equal(reason, Reason($"{{\"event_timestamp\":{value}}}"));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("1")]
    [InlineData("false")]
    public void Properties_are_an_object(string value) => Assert.Equal("properties is not an object", Reason($"{{\"properties\":{value}}}"));

    [Fact]
    public void What_is_nested_too_deeply_is_said_to_be() =>
        Assert.Equal("nested deeper than 64", Reason($"{{\"a\":{new string('[', 64)}{new string(']', 64)}}}"));

    private static string? Reason(string json) => Reason(Encoding.UTF8.GetBytes(json));

    private static string? Reason(byte[] json)
    {
        Assert.False(RecordFields.TryRead(json, out _, out var reason));
        return reason;
    }
}
