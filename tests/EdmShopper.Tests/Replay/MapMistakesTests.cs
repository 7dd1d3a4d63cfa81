namespace EdmShopper.Tests.Replay;

public class MapMistakesTests
{
    private const string Log = "event,user_id,ts,button\nclick,v1,1,a\n";
    private const string Map = "type=event,event_timestamp=ts";
    private const string Columns = "The columns of clicks.csv are: event, user_id, ts, button.";

    [Fact]
    public void A_log_without_type_and_time_says_how_to_name_them() =>
        Assert.Equal(
            [
                "No column gives the type: say which one with --map type=COLUMN, or --map type='click' when all are of one.",
                "No column gives the time: say which one with --map event_timestamp=COLUMN.",
                Columns,
            ],
            LogFile.Mistakes(Log));

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are() =>
        Assert.Equal(["--map uuid=user: clicks.csv has no column user.", Columns], LogFile.Mistakes(Log, Map, "uuid=user"));

    [Fact]
    public void A_field_that_an_event_does_not_have_is_named_with_those_it_has() =>
        Assert.Equal(
            ["--map user=user_id: an event has no user. It has event_id, type, uuid, session_id, event_timestamp and properties.NAME.", Columns],
            LogFile.Mistakes(Log, Map, "user=user_id"));

    [Theory]
    [InlineData("uuid")]
    [InlineData("uuid=")]
    [InlineData("=user_id")]
    public void A_part_that_maps_nothing_says_how_it_is_written(string part) =>
        Assert.Equal([$"--map {part}: write our_field=column, several with commas.", Columns], LogFile.Mistakes(Log, Map, part));

    [Fact]
    public void A_field_that_is_mapped_twice_is_refused() =>
        Assert.Equal(["--map type='click': type is mapped twice.", Columns], LogFile.Mistakes(Log, Map, "type='click'"));

    [Fact]
    public void An_id_that_is_the_same_for_all_is_refused() =>
        Assert.Equal(
            ["--map event_id: every event has an id of its own. Map a column, or leave it out: then each line's is made of the line.", Columns],
            LogFile.Mistakes(Log, Map, "event_id='e1'"));

    [Fact]
    public void A_column_that_is_there_twice_cannot_be_mapped() =>
        Assert.Equal(
            ["--map event_timestamp=ts: clicks.csv has 2 columns ts.", "The columns of clicks.csv are: event, ts, ts."],
            LogFile.Mistakes("event,ts,ts\n", Map));

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Equal(["clicks.csv is empty: a CSV file begins with the names of its columns."], LogFile.Mistakes(""));

    [Fact]
    public void A_constant_time_must_be_one() =>
        Assert.Equal(
            ["--map event_timestamp='now': this is not a time (milliseconds, seconds or ISO 8601).", Columns],
            LogFile.Mistakes(Log, "type=event", "event_timestamp='now'"));

    [Fact]
    public void A_constant_type_must_be_a_name() =>
        Assert.Equal(
            ["--map type='Click': type 'Click' is not a name (1 to 64 of a-z 0-9 _).", Columns],
            LogFile.Mistakes(Log, "type='Click'", "event_timestamp=ts"));
}
