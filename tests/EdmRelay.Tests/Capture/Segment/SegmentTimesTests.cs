using System.Text.Json;

namespace EdmRelay.Tests.Capture.Segment;

/// <summary>The times in calls of Segment's HTTP tracking API. The relay's clock says 1900000000000 (2030-03-17T17:46:40Z).</summary>
[Collection(nameof(OneRelay))]
public class SegmentTimesTests(RunningRelay relay)
{
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("\"2030-03-17T18:46:40.5+01:00\"", 1_900_000_000_000)]
    [InlineData("\"2030-03-17T17:46:39.5Z\"", 1_899_999_999_500)]
    [InlineData("\"2030-03-17T17:46:39\"", 1_899_999_999_000)]
    [InlineData("\"2030-03-17T17:46:39+0000\"", 1_899_999_999_000)]
    [InlineData("\"2030-03-17T17:46:39.000123456Z\"", 1_899_999_999_000)]
    [InlineData("\"2030-03-17\"", 1_899_936_000_000)]
    [InlineData("1899999999000", 1_899_999_999_000)]
    [InlineData("1899999999000.5", 1_899_999_999_000)]
    public async Task A_time_is_read_as_Segments_libraries_write_it(string time, long expected)
    {
        Assert.Equal(expected, (await StoredAsync("/v1/track", $$"""{"event":"x","timestamp":{{time}}}""")).GetProperty("event_timestamp").GetInt64());
        Assert.Equal(expected, (await StoredAsync("/v1/track", $$"""{"event":"x","originalTimestamp":{{time}},"timestamp":null}""")).GetProperty("event_timestamp").GetInt64());
    }

    [Theory]
    [InlineData("\"10:30\"")]
    [InlineData("\"12/11/2018\"")]
    [InlineData("\"9 Nov\"")]
    [InlineData("\"Nov 9 2018\"")]
    [InlineData("\"2030-03-17T25:00:00Z\"")]
    [InlineData("\"1969-12-31T23:59:59Z\"")]
    [InlineData("\"\"")]
    [InlineData("-1")]
    [InlineData("253402300800000")]
    [InlineData("true")]
    public async Task What_is_no_moment_is_refused_as_a_time_and_left_out_as_one_of_sending(string time)
    {
        var problem = await (await relay.PostAsync("/v1/track", $$"""{"event":"x","timestamp":{{time}}}""")).ProblemAsync(422);

        Assert.StartsWith("timestamp is not a time", problem.GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(RunningRelay.Now, (await StoredAsync("/v1/track", $$"""{"event":"x","sentAt":{{time}}}""")).GetProperty("event_timestamp").GetInt64());
        Assert.Equal(RunningRelay.Now, (await StoredAsync("/v1/batch", $$"""{"batch":[{"type":"page"}],"sentAt":{{time}}}""")).GetProperty("event_timestamp").GetInt64());
    }

    [Theory]
    [InlineData("/v1/track", """{"event":"x","timestamp":"2030-03-17T16:46:30Z","sentAt":"2030-03-17T16:46:40Z"}""")]
    [InlineData("/v1/batch", """{"sentAt":"2030-03-17T16:46:40Z","batch":[{"type":"track","event":"x","timestamp":"2030-03-17T16:46:30Z"}]}""")]
    [InlineData("/v1/batch", """{"batch":[{"type":"track","event":"x","timestamp":"2030-03-17T16:46:30Z"}],"sentAt":"2030-03-17T16:46:40Z"}""")]
    [InlineData("/v1/batch", """{"batch":[{"type":"track","event":"x","timestamp":1899996390000}],"sentAt":1899996400000}""")]
    public async Task A_clock_that_is_an_hour_behind_is_put_right(string path, string body) =>
        Assert.Equal(RunningRelay.Now - 10_000, (await StoredAsync(path, body)).GetProperty("event_timestamp").GetInt64());

    private async Task<JsonElement> StoredAsync(string path, string body)
    {
        await (await relay.PostAsync(path, body)).OkAsync();
        return JsonElement.Parse(_kafka.Records[^1].Value);
    }
}
