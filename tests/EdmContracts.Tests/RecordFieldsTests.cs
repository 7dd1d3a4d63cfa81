using System.Text;

namespace EdmContracts.Tests;

public class RecordFieldsTests
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(
        """{"topic":"edm-ui-click","event_id":"0193","type":"click","uuid":"visitor-1","event_timestamp":1541792811040,"bot":"a","properties":{"button_id":"browse-kits"}}""");

    [Fact]
    public void The_known_fields_are_slices_of_the_record()
    {
        var fields = Read(Plain);

        Assert.Equal("edm-ui-click", Text(fields.Topic));
        Assert.Equal("0193", Text(fields.EventId));
        Assert.Equal("click", Text(fields.Type));
        Assert.Equal("visitor-1", Text(fields.Visitor));
        Assert.Equal("a", Text(fields.Bot));
        Assert.Equal(1541792811040, fields.EventTimestamp);
        Assert.Equal("""{"button_id":"browse-kits"}""", Text(fields.Properties));
        Assert.True(fields.EventId.Overlaps(Plain));
    }

    [Fact]
    public void Fields_that_are_not_there_are_empty_and_not_named()
    {
        var fields = Read("{}"u8);

        Assert.Equal("", Text(fields.Topic) + Text(fields.EventId) + Text(fields.Type) + Text(fields.Visitor) + Text(fields.Bot) + Text(fields.Properties));
        Assert.Null(fields.EventTimestamp);
        Assert.Equal(FieldNames.None, fields.Named);
    }

    [Fact]
    public void Unknown_fields_are_passed_over_whatever_they_hold()
    {
        var fields = Read("""{"a":{"type":"x","b":[1,{"uuid":2}]},"c":[[],{}],"type":"click","d":null,"e":1e400,"f":true}"""u8);

        Assert.Equal("click", Text(fields.Type));
        Assert.Equal(FieldNames.Type, fields.Named);
    }

    [Fact]
    public void Null_leaves_a_field_empty_and_names_it()
    {
        var fields = Read("""{"topic":null,"event_id":null,"type":null,"uuid":null,"event_timestamp":null,"properties":null,"bot":null}"""u8);

        Assert.Equal("", Text(fields.Topic) + Text(fields.EventId) + Text(fields.Type) + Text(fields.Visitor) + Text(fields.Bot) + Text(fields.Properties));
        Assert.Null(fields.EventTimestamp);
        Assert.Equal(
            FieldNames.Topic | FieldNames.EventId | FieldNames.Type | FieldNames.Uuid | FieldNames.EventTimestamp | FieldNames.Properties | FieldNames.Bot,
            fields.Named);
    }

    [Fact]
    public void The_fields_that_are_the_relays_to_write_are_named_and_not_read()
    {
        var fields = Read("""{"received_timestamp":"x","client_timestamp":{},"sent_timestamp":[1]}"""u8);

        Assert.Equal(FieldNames.ReceivedTimestamp | FieldNames.ClientTimestamp | FieldNames.SentTimestamp, fields.Named);
    }

    [Fact]
    public void Escapes_in_a_text_are_resolved()
    {
        var fields = Read("""{"uuid":"caf\u00e9 \"\ud83d\ude00\" \\ \n"}"""u8);

        Assert.Equal("café \"😀\" \\ \n", Text(fields.Visitor));
    }

    [Fact]
    public void A_known_name_is_known_when_it_is_written_with_escapes()
    {
        var fields = Read("""{"\u0074ype":"click","event\u005Fid":"0193"}"""u8);

        Assert.Equal("click", Text(fields.Type));
        Assert.Equal("0193", Text(fields.EventId));
    }

    [Theory]
    [InlineData("""{"\ud800":1,"type":"click"}""")]
    [InlineData("""{"\uDC00x":1,"type":"click"}""")]
    [InlineData("""{"t\ud83d":1,"type":"click"}""")]
    [InlineData("""{"a":"\ud800","type":"click"}""")]
    [InlineData("""{"properties":{"\ud800":"\udc00"},"type":"click"}""")]
    public void Half_a_surrogate_pair_does_no_harm_where_nobody_reads_it(string json) =>
        Assert.Equal("click", Text(Read(Encoding.UTF8.GetBytes(json)).Type));

    [Fact]
    public void The_object_of_the_properties_keeps_its_own_bytes()
    {
        var fields = Read("""{"properties" :  { "a" : [ 1 , {} ] , "\u0062":"é" }  ,"type":"click"}"""u8);

        Assert.Equal("""{ "a" : [ 1 , {} ] , "\u0062":"é" }""", Text(fields.Properties));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("253402300799999", RecordFields.LatestTime)]
    [InlineData("1541792811040.9", 1541792811040)]
    [InlineData("1.541792811040e12", 1541792811040)]
    public void A_time_is_any_JSON_number_in_whole_milliseconds(string number, long expected) =>
        Assert.Equal(expected, Read(Encoding.UTF8.GetBytes($"{{\"event_timestamp\":{number}}}")).EventTimestamp);

    [Fact]
    public void Of_a_repeated_field_the_last_value_is_taken()
    {
        var fields = Read("""{"uuid":"a","type":"click","type":"pageload","uuid":null}"""u8);

        Assert.Equal("pageload", Text(fields.Type));
        Assert.Equal("", Text(fields.Visitor));
    }

    [Fact]
    public void A_null_that_comes_last_takes_the_value_away()
    {
        var fields = Read("""{"properties":{"a":1},"event_timestamp":1,"bot":"a","properties":null,"event_timestamp":null,"bot":null}"""u8);

        Assert.True(fields.Properties.IsEmpty && fields.Bot.IsEmpty);
        Assert.Null(fields.EventTimestamp);
    }

    [Fact]
    public void A_name_is_found_through_its_escapes() =>
        Assert.Equal("b", Text(Read("""{"\u0074opic":"b"}"""u8).Topic));

    [Fact]
    public void Nothing_is_allocated_for_a_plain_record()
    {
        Assert.True(RecordFields.TryRead(Plain, out _, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) RecordFields.TryRead(Plain, out _, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static RecordFields Read(ReadOnlySpan<byte> json)
    {
        Assert.True(RecordFields.TryRead(json, out var fields, out var reason), reason);
        Assert.Null(reason);
        return fields;
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
