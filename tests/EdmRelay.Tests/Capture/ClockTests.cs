using System.Text.Json;
using EdmRelay.Capture;

namespace EdmRelay.Tests.Capture;

/// <summary>Senders whose clocks are wrong. The relay's says 1900000000000.</summary>
[Collection(nameof(OneRelay))]
public class ClockTests(RunningRelay relay)
{
    private const long Now = RunningRelay.Now, Minute = 60_000;
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5 * Minute, 0)]
    [InlineData(-5 * Minute, 0)]
    [InlineData(5 * Minute + 1, -(5 * Minute + 1))]
    [InlineData(-5 * Minute - 1, 5 * Minute + 1)]
    [InlineData(-1_000_000 * Minute, 1_000_000 * Minute)]
    public void Only_a_clock_that_is_wrong_by_over_five_minutes_is_put_right(long ahead, long correction)
    {
        var happened = Now + ahead - 30 * Minute;

        Assert.Equal(Math.Min(happened + correction, Now), ClockCorrection.Correct(happened, sent: Now + ahead, received: Now));
    }

    [Fact]
    public void What_was_corrected_happened_neither_before_1970_nor_later_than_it_was_received()
    {
        Assert.Equal(0, ClockCorrection.Correct(happened: 1, sent: Now + 10 * Minute, received: Now));
        Assert.Equal(Now, ClockCorrection.Correct(happened: 11, sent: 10, received: Now));
        Assert.Equal(Now, ClockCorrection.Correct(happened: Now + 1, sent: null, received: Now));
    }

    [Theory]
    [InlineData("""{"sent_timestamp":1899999400000,"events":[{"event_id":"a","type":"click","event_timestamp":1899999399000}]}""")]
    [InlineData("""{"events":[{"event_id":"a","type":"click","event_timestamp":1899999399000}],"sent_timestamp":1899999400000}""")]
    [InlineData("""{"event_id":"a","type":"click","event_timestamp":1899999399000,"sent_timestamp":1899999400000}""")]
    [InlineData("""{"sent_timestamp":1,"events":[{"event_id":"a","sent_timestamp":1899999400000,"type":"click","event_timestamp":1899999399000}]}""")]
    public async Task A_time_that_was_put_right_stands_beside_the_clients_own(string body)
    {
        var record = await StoredAsync(body);

        Assert.Equal(Now - 1000, record.GetProperty("event_timestamp").GetInt64());
        Assert.Equal(1899999399000, record.GetProperty("client_timestamp").GetInt64());
        Assert.False(record.TryGetProperty("sent_timestamp", out _));
    }

    [Fact]
    public async Task A_time_that_was_left_alone_or_only_clamped_stands_alone()
    {
        var alone = await StoredAsync("""{"sent_timestamp":1899999900000,"events":[{"event_id":"a","type":"click","event_timestamp":1899999899000}]}""");
        var clamped = await StoredAsync("""{"sent_timestamp":1900000100000,"events":[{"event_id":"a","type":"click","event_timestamp":1900000099000}]}""");

        Assert.Equal(1899999899000, alone.GetProperty("event_timestamp").GetInt64());
        Assert.Equal(Now, clamped.GetProperty("event_timestamp").GetInt64());
        Assert.All([alone, clamped], record => Assert.False(record.TryGetProperty("client_timestamp", out _)));
    }

    [Fact]
    public async Task An_event_without_a_time_happened_when_it_was_received_whatever_the_clock()
    {
        var record = await StoredAsync("""{"sent_timestamp":1,"events":[{"event_id":"a","type":"click"}]}""");

        Assert.Equal(Now, record.GetProperty("event_timestamp").GetInt64());
        Assert.False(record.TryGetProperty("client_timestamp", out _));
    }

    private async Task<JsonElement> StoredAsync(string body)
    {
        await (await relay.PostAsync("/events", body)).OkAsync();
        return JsonElement.Parse(_kafka.Records[^1].Value);
    }
}
