using Microsoft.Extensions.Time.Testing;

namespace EdmShopper.Tests.Replay;

public sealed class OwnTimingTests : IDisposable
{
    private const long Start = 1_900_000_000_000;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Start));
    private readonly ReplayUnderTest _replay = new();

    [Fact]
    public async Task Events_go_out_when_they_are_due_and_with_their_shifted_times()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        var run = _replay.RunAsync(relay.Address, "event_id,type,event_timestamp\ne1,click,1541792811\ne2,click,1541792841\n", speed: "own", now: true, time: _clock);

        await Eventually.EqualAsync(1, () => relay.Accepted.Count, TimeSpan.FromSeconds(20));
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Single(relay.Accepted);
        await Eventually.TrueAsync(() => { _clock.Advance(TimeSpan.FromSeconds(1)); return run.IsCompleted; }, TimeSpan.FromSeconds(20));

        Assert.Equal(0, await run);
        Assert.Equal([Start, Start + 30_000], relay.Accepted.Select(e => (long)e["event_timestamp"]!));
    }

    public void Dispose() => _replay.Dispose();
}
