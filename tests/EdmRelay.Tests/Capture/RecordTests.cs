using System.Text;

namespace EdmRelay.Tests.Capture;

/// <summary>The bytes that go to Kafka. The relay's clock says 1900000000000.</summary>
[Collection(nameof(OneRelay))]
public class RecordTests(RunningRelay relay)
{
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Fact]
    public async Task An_events_own_bytes_lie_between_topic_and_receive_time() =>
        Assert.Equal(
            """{"topic":"edm-ui-commerce", "type" : "product_added","event_id":"a","event_timestamp":1899999999999.50,"shop":{"é":"\u00e9 😀", "n":1.0},"properties":{ "price":39.90 } ,"received_timestamp":1900000000000}""",
            await StoredAsync("""{ "type" : "product_added","event_id":"a","event_timestamp":1899999999999.50,"shop":{"é":"\u00e9 😀", "n":1.0},"properties":{ "price":39.90 } }"""));

    [Theory]
    [InlineData("\"topic\":\"edm-ui-pageload\"")]
    [InlineData("\"topic\":null")]
    [InlineData("\"t\\u006fpic\":\"x\"")]
    [InlineData("\"bot\":\"me\"")]
    [InlineData("\"received_timestamp\":{\"a\":[1]}")]
    [InlineData("\"received_timestamp\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("\"client_timestamp\":2")]
    [InlineData("\"sent_timestamp\":1900000000000")]
    public async Task A_field_that_is_the_relays_to_write_is_taken_out_wherever_it_stands(string field)
    {
        const string expected = """{"topic":"edm-ui-click","event_id":"a","type":"click","event_timestamp":1,"x":[1, 2],"received_timestamp":1900000000000}""";

        Assert.Equal(expected, await StoredAsync($$"""{{{field}},"event_id":"a","type":"click","event_timestamp":1,"x":[1, 2]}"""));
        Assert.Equal(expected, await StoredAsync($$"""{"event_id":"a","type":"click" , {{field}},"event_timestamp":1,"x":[1, 2]}"""));
        Assert.Equal(expected, await StoredAsync($$"""{"event_id":"a","type":"click","event_timestamp":1,"x":[1, 2], {{field}} }"""));
    }

    [Fact]
    public async Task A_property_of_the_same_name_is_left_alone()
    {
        const string properties = "\"properties\":{\"topic\":\"x\",\"bot\":\"y\",\"sent_timestamp\":1}";

        Assert.Contains(properties, await StoredAsync($$"""{"topic":"z","event_id":"a","type":"click","event_timestamp":1,{{properties}}}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1900000000000", """{"topic":"edm-ui-click","event_id":"a","event_timestamp":1900000000000,"type":"click","received_timestamp":1900000000000}""")]
    [InlineData("1900000000001", """{"topic":"edm-ui-click","event_id":"a","type":"click","event_timestamp":1900000000000,"received_timestamp":1900000000000}""")]
    [InlineData("253402300799999", """{"topic":"edm-ui-click","event_id":"a","type":"click","event_timestamp":1900000000000,"received_timestamp":1900000000000}""")]
    [InlineData("null", """{"topic":"edm-ui-click","event_id":"a","type":"click","event_timestamp":1900000000000,"received_timestamp":1900000000000}""")]
    [InlineData("0", """{"topic":"edm-ui-click","event_id":"a","event_timestamp":0,"type":"click","received_timestamp":1900000000000}""")]
    public async Task An_event_happened_no_later_than_it_was_received(string time, string expected) =>
        Assert.Equal(expected, await StoredAsync($$"""{"event_id":"a","event_timestamp":{{time}},"type":"click"}"""));

    [Fact]
    public async Task An_event_without_a_time_happened_when_it_was_received() =>
        Assert.Equal(
            """{"topic":"edm-ui-click","event_id":"a","type":"click","event_timestamp":1900000000000,"received_timestamp":1900000000000}""",
            await StoredAsync("""{"event_id":"a","type":"click"}"""));

    private async Task<string> StoredAsync(string json)
    {
        await (await relay.PostAsync("/events", json)).OkAsync();
        return Encoding.UTF8.GetString(_kafka.Records[^1].Value);
    }
}
