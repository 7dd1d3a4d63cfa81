using EdmStream.Push;

namespace EdmStream.Tests.Push;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;

/// <summary>
/// One dashboard of two hundred stops reading. The same is done to a hub that broadcasts, so that it is seen that the promise
/// can be broken. Memory is everybody's, so nothing else runs meanwhile.
/// </summary>
[Collection(nameof(Alone))]
public class FrozenDashboardTests
{
    // After the first ones every buffer on the way is full: all of them together hold a few frames.
    private const int UntilFrozen = 20, More = 100;

    // Broadcasting keeps each frame's bytes and its text, three times its size or more: the one is far below this, the other far above.
    private const long MemoryOfAHalf = More * LargeMoments.FrameBytes / 2;

    private const int Patience = 120_000;

    private readonly LargeMoments _moments = new();

    [Fact(Timeout = Patience)]
    public async Task A_frozen_dashboard_holds_nobody_up_and_costs_no_memory()
    {
        await using var node = await PushNode.StartAsync(TestContext.Current.CancellationToken);
        using var dashboards = await Dashboards.OpenAsync(node, "live", TestContext.Current.CancellationToken);
        await dashboards.AskForFramesAsync();
        await PublishAsync(node, dashboards, UntilFrozen);
        var given = node.Progress.Of(Dashboards.Frozen);
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        await PublishAsync(node, dashboards, More);

        Assert.InRange(given, 1, UntilFrozen - 1);
        Assert.Equal(given, node.Progress.Of(Dashboards.Frozen));

        // The newest, and one that somebody may be about to let go.
        Assert.InRange(_moments.HeldOf(More), 1, 2);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, MemoryOfAHalf);
    }

    [Fact(Timeout = Patience)]
    public async Task A_dashboard_that_reads_again_gets_what_was_on_the_way_and_then_the_newest_frame()
    {
        await using var node = await PushNode.StartAsync(TestContext.Current.CancellationToken);
        using var dashboards = await Dashboards.OpenAsync(node, "live", TestContext.Current.CancellationToken);
        await dashboards.AskForFramesAsync();
        await PublishAsync(node, dashboards, 2 * UntilFrozen);
        var given = node.Progress.Of(Dashboards.Frozen);

        var got = await dashboards.ThawAsync(to: _moments.Made);

        Assert.Equal(given + 1, got.Count);
        Assert.InRange(got[^2], given, UntilFrozen);
    }

    [Fact(Timeout = Patience)]
    public async Task A_broadcast_waits_for_the_frozen_one_and_keeps_every_frame_for_it()
    {
        await using var node = await PushNode.StartAsync(TestContext.Current.CancellationToken);
        using var dashboards = await Dashboards.OpenAsync(node, "broadcast", TestContext.Current.CancellationToken);
        await BroadcastAsync(node, dashboards, UntilFrozen);
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        var broadcasts = await BroadcastAsync(node, dashboards, More);

        // Who awaits one before the next would tell nobody anything any more; who does not keeps them all.
        Assert.DoesNotContain(broadcasts, broadcast => broadcast.IsCompleted);
        Assert.Equal(More, _moments.HeldOf(More));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, 2 * MemoryOfAHalf, long.MaxValue);

        Assert.Equal(_moments.Made, (await dashboards.ThawAsync(to: _moments.Made)).Count);
        await Task.WhenAll(broadcasts);
    }

    /// <summary>Each moment is published when everybody but the frozen one has the one before.</summary>
    private async Task PublishAsync(PushNode node, Dashboards dashboards, int count)
    {
        for (var n = 0; n < count; n++)
        {
            node.Feed.Publish(_moments.Next());
            Assert.Equal([_moments.Made], await dashboards.NextAsync());
        }
    }

    private async Task<List<Task>> BroadcastAsync(PushNode node, Dashboards dashboards, int count)
    {
        var broadcasts = new List<Task>();
        for (var n = 0; n < count; n++)
        {
            broadcasts.Add(node.BroadcastAsync(LiveFrame.Of(_moments.Next(), 5)));
            Assert.Equal([_moments.Made], await dashboards.NextAsync());
        }

        return broadcasts;
    }
}
