namespace EdmShopper.Tests.Replay;

public class NdjsonLogTests
{
    [Fact]
    public void A_record_of_2018_gets_its_type_from_its_topic()
    {
        var lines = LogFile.Ndjson("""{"topic":"edm-ui-click","uuid":"v1","event_timestamp":1541792811040,"properties":{"button_id":"browse-kits","description":"button click"}}""");

        var id = lines[0].Event!.Id;
        Assert.Equal(
            $$$"""{"event_id":"{{{id}}}","type":"click","event_timestamp":1541792811040,"uuid":"v1","properties":{"button_id":"browse-kits","description":"button click"}}""",
            Assert.Single(lines).Json());
    }

    [Fact]
    public void What_is_the_relays_to_write_is_left_out_and_unknown_fields_are_kept() =>
        Assert.Equal(
            """{"event_id":"e1","type":"cart_viewed","event_timestamp":5000000000000,"shop":{"n":1}}""",
            Assert.Single(LogFile.Ndjson(
                """{"topic":"edm-ui-commerce","event_id":"e1","type":"cart_viewed","event_timestamp":5000000000000,"received_timestamp":1,"client_timestamp":2,"sent_timestamp":3,"bot":"x","shop":{"n":1}}""")).Json());

    [Fact]
    public void Blank_lines_a_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var lines = LogFile.Ndjson("\uFEFF{\"event_id\":\"e1\",\"type\":\"click\",\"event_timestamp\":1}\r\n\r\n{\"event_id\":\"e2\",\"type\":\"click\",\"event_timestamp\":\"2018-11-09T19:46:51.04Z\"}");

        Assert.Equal(["""{"event_id":"e1","type":"click","event_timestamp":1000}""", """{"event_id":"e2","type":"click","event_timestamp":1541792811040}"""], lines.Select(l => l.Json()));
        Assert.Equal([1, 3], lines.Select(l => l.Number));
    }

    [Theory]
    [InlineData("{\"type\":\"click\",", "not JSON: it breaks at byte 16")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"type\":\"click\"}", "no time")]
    [InlineData("{\"type\":\"click\",\"event_timestamp\":null}", "no time")]
    [InlineData("{\"type\":\"click\",\"event_timestamp\":-1}", "'-1' is not a time (milliseconds, seconds or ISO 8601)")]
    [InlineData("{\"topic\":\"edm-ui-commerce\",\"event_timestamp\":1}", "no type")]
    [InlineData("{\"type\":\"Click\",\"event_timestamp\":1}", "type 'Click' is not a name (1 to 64 of a-z 0-9 _)")]
    public void A_bad_line_is_named_with_its_reason_and_nothing_else_is_lost(string bad, string reason)
    {
        var lines = LogFile.Ndjson($$"""{"type":"click","event_timestamp":1}{{"\n"}}{{bad}}{{"\n"}}{"type":"click","event_timestamp":1}""");

        Assert.Equal([(1, null), (2, reason), (3L, null)], lines.Select(l => (l.Number, l.Reason)));
    }

    [Fact]
    public void The_same_file_twice_has_the_same_ids()
    {
        const string Text = "{\"type\":\"click\",\"event_timestamp\":1}\n{\"type\":\"click\",\"event_timestamp\":1}\n";

        var ids = LogFile.Ndjson(Text).Select(l => l.Event!.Id).ToList();

        Assert.Equal(ids, LogFile.Ndjson(Text).Select(l => l.Event!.Id));
        Assert.NotEqual(ids[0], ids[1]);
    }
}
