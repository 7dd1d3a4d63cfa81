namespace EdmShopper.Tests.Send;

public class HourTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WatchedClock _clock = new();

    [Fact]
    public async Task After_an_hour_of_tries_an_event_is_given_up_and_counts_as_unconfirmed()
    {
        await using var relay = await ScriptedRelay.StartAsync((503, "{}"));
        using var one = new OneSender(relay.Address, time: _clock);
        one.Add("e");
        var sending = one.RunAsync();
        await AfterTryAsync(1, TimeSpan.FromMinutes(59));
        await AfterTryAsync(2, TimeSpan.FromMinutes(2));
        await sending.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (relay.Received.Count, one.Totals.Unconfirmed));
        Assert.True(one.Book.Events[0].IsOpen);
    }

    [Fact]
    public async Task The_hour_does_not_begin_while_the_relay_writes_nothing()
    {
        await using var relay = await ScriptedRelay.StartAsync((503, """{"tried":false}"""), (503, """{"tried":false}"""), (200, """{"accepted":1,"rejected":[]}"""));
        using var one = new OneSender(relay.Address, time: _clock);
        one.Add("e");
        var sending = one.RunAsync();
        await AfterTryAsync(1, TimeSpan.FromHours(2));
        await AfterTryAsync(2, TimeSpan.FromHours(2));
        await sending.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal((3, 1), (relay.Received.Count, one.Totals.Confirmed));
    }

    [Fact]
    public async Task Before_it_has_passed_as_long_as_the_relay_asks_nothing_is_sent_again()
    {
        await using var relay = await ScriptedRelay.StartAsync((body, response) =>
        {
            response.Headers.RetryAfter = "30";
            return Task.FromResult(body.Number == 0 ? (503, "{}") : (200, """{"accepted":1,"rejected":[]}"""));
        });
        using var one = new OneSender(relay.Address, time: _clock);
        one.Add("e");
        var sending = one.RunAsync();
        await AfterTryAsync(1, TimeSpan.FromSeconds(29));
        Assert.Single(relay.Received);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await sending.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(2, relay.Received.Count);
        Assert.True(one.Book.Tries[1].At - one.Book.Tries[0].At >= 30_000);
    }

    /// <summary>Lets time pass when the answer to a try has come and the sender waits.</summary>
    private async Task AfterTryAsync(int tries, TimeSpan passes)
    {
        await Eventually.TrueAsync(() => _clock.Waits == tries, Patience);
        _clock.Advance(passes);
    }
}
