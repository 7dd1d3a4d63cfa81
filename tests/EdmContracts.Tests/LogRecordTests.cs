using System.Text;

namespace EdmContracts.Tests;

public class LogRecordTests
{
    private const long Received = 1_541_792_811_123;

    [Fact]
    public void A_record_has_its_own_fields()
    {
        var record = Read(Topics.Commerce,
            """{"event_id":"0193","type":"product_added","uuid":"visitor-1","event_timestamp":1541792811040,"bot":"a","properties":{"quantity":1}}""");

        Assert.Equal("0193", Text(record.EventId));
        Assert.Equal("product_added", Text(record.Type));
        Assert.Equal("visitor-1", Text(record.Visitor));
        Assert.Equal("a", Text(record.Bot));
        Assert.Equal("""{"quantity":1}""", Text(record.Properties));
        Assert.Equal(1541792811040, record.EventTime);
    }

    [Theory]
    [InlineData(Topics.Click, "click", """{"topic":"edm-ui-click","uuid":"v","event_timestamp":1541792811040,"properties":{"button_id":"browse-kits","description":"button click"}}""")]
    [InlineData(Topics.PageLoad, "pageload", """{"topic":"edm-ui-pageload","uuid":"v","event_timestamp":1541792811040,"properties":{"user_agent":"a","description":"b","url":"c"}}""")]
    public void A_record_of_2018_has_the_type_of_its_topic(string topic, string type, string json)
    {
        var record = Read(topic, json);

        Assert.Equal(type, Text(record.Type));
        Assert.True(record.EventId.IsEmpty);
    }

    [Fact]
    public void The_type_that_a_record_names_goes_before_its_topics() =>
        Assert.Equal("scrolled", Text(Read(Topics.Click, """{"type":"scrolled","event_timestamp":1}""").Type));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_type_that_is_named_and_empty_is_not_made_up_for(string type) =>
        Assert.Equal("type is empty", Reason(Topics.Click, $"{{\"type\":{type},\"event_timestamp\":1}}"));

    [Fact]
    public void The_topic_is_the_one_that_the_record_lies_in() =>
        Assert.Equal("no type", Reason(Topics.Commerce, """{"topic":"edm-ui-click","event_timestamp":1}"""));

    [Theory]
    [InlineData(Received - 1, Received - 1)]
    [InlineData(Received, Received)]
    [InlineData(Received + 1, Received)]
    [InlineData(RecordFields.LatestTime, Received)]
    public void The_event_time_is_never_later_than_the_receive_time(long happened, long expected) =>
        Assert.Equal(expected, Read(Topics.Click, $"{{\"event_timestamp\":{happened}}}").EventTime);

    [Fact]
    public void The_receive_time_is_the_Kafka_records_whatever_the_record_says() =>
        Assert.Equal(Received, Read(Topics.Click, """{"event_timestamp":1,"received_timestamp":2}""").ReceiveTime);

    [Theory]
    [InlineData("""{"event_timestamp":1}""", "no type")]
    [InlineData("""{"type":null,"event_timestamp":1}""", "type is empty")]
    [InlineData("""{"type":"","event_timestamp":1}""", "type is empty")]
    [InlineData("""{"type":"Product Added","event_timestamp":1}""", "type is not a name (1 to 64 of a-z 0-9 _)")]
    [InlineData("""{"type":"product_added"}""", "no event_timestamp")]
    [InlineData("""{"type":"product_added","event_timestamp":null}""", "no event_timestamp")]
    [InlineData("""{"type":"product_added","event_timestamp":1,"uuid":7}""", "uuid is not a text")]
    [InlineData("[]", "not a JSON object")]
    public void A_record_that_cannot_be_read_is_rejected_with_the_reason(string json, string reason) =>
        Assert.Equal(reason, Reason(Topics.Commerce, json));

    [Fact]
    public void A_record_that_Kafka_gave_no_time_is_rejected()
    {
        Assert.False(LogRecord.TryRead(Topics.Click, """{"event_timestamp":1}"""u8, receiveTime: -1, out _, out var reason));
        Assert.Equal("the Kafka record has no time", reason);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_plain_record()
    {
        var value = """{"event_id":"0193","type":"product_added","uuid":"v","event_timestamp":1541792811040,"properties":{"quantity":1}}"""u8;
        Assert.True(LogRecord.TryRead(Topics.Commerce, value, Received, out _, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) LogRecord.TryRead(Topics.Commerce, value, Received, out _, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static LogRecord Read(string topic, string json)
    {
        Assert.True(LogRecord.TryRead(topic, Encoding.UTF8.GetBytes(json), Received, out var record, out var reason), reason);
        Assert.Null(reason);
        return record;
    }

    private static string? Reason(string topic, string json)
    {
        Assert.False(LogRecord.TryRead(topic, Encoding.UTF8.GetBytes(json), Received, out _, out var reason));
        return reason;
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
