using System.Collections.Concurrent;

namespace EdmShopper.Tests.Send;

public class OrderTests
{
    private const int Visitors = 20, Events = 2_000;

    /// <summary>The relay's place fails one time in three, by its own seed, and takes its time; what it took counts in the order in which it took it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_visitors_events_arrive_in_their_order_whatever_fails_and_however_long_it_takes(int seed)
    {
        var chance = new Random(seed);
        var log = new ConcurrentQueue<string>();
        var onTheirWay = new ConcurrentDictionary<string, int>();
        var together = 0;
        await using var relay = await ScriptedRelay.StartAsync(async (body, _) =>
        {
            var visitors = body.Ids.Select(VisitorOf).Distinct().ToList();
            foreach (var visitor in visitors) if (onTheirWay.AddOrUpdate(visitor, 1, (_, n) => n + 1) > 1) Interlocked.Increment(ref together);
            var (fate, turns) = Chances(chance);
            for (; turns > 0; turns--) await Task.Yield();
            if (fate > 0) foreach (var id in body.Ids) log.Enqueue(id);
            foreach (var visitor in visitors) onTheirWay.AddOrUpdate(visitor, 0, (_, n) => n - 1);

            // Written and not answered well, or neither: the sender cannot tell.
            return fate > 1 ? (200, """{"accepted":1,"rejected":[]}""") : (503, "{}");
        });
        using var one = new OneSender(relay.Address, connections: 8);
        for (var n = 0; n < Events; n++) one.Add($"{n % Visitors}/{n / Visitors}", $"{n % Visitors}");
        await one.RunAsync();

        Assert.Equal(Events, one.Totals.Confirmed);
        Assert.True(one.Totals.Unanswered > 0);
        Assert.Equal(0, together);
        Assert.All(log.Distinct().GroupBy(VisitorOf), own =>
            Assert.Equal(Enumerable.Range(0, Events / Visitors).Select(n => $"{own.Key}/{n}"), own));
    }

    [Fact]
    public async Task Events_of_different_visitors_share_a_body_of_no_more_than_a_hundred()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, """{"accepted":1,"rejected":[]}"""));
        using var one = new OneSender(relay.Address, connections: 1);
        for (var n = 0; n < 250; n++) one.Add($"{n}", $"visitor-{n}");
        await one.RunAsync();
        Assert.Equal([100, 100, 50], relay.Received.Select(b => b.Ids.Count));
    }

    [Fact]
    public async Task A_body_stays_under_48_kibibytes()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, """{"accepted":1,"rejected":[]}"""));
        using var one = new OneSender(relay.Address, connections: 1);
        var long10 = new string('x', 10_000);
        for (var n = 0; n < 10; n++) one.Add($"{n}-{long10}");
        await one.RunAsync();
        Assert.All(relay.Received, b => Assert.True(b.Bytes <= 48 * 1024, $"{b.Bytes} bytes"));
        Assert.Equal(10, one.Totals.Confirmed);
    }

    private static string VisitorOf(string id) => id.Split('/')[0];

    private static (int Fate, int Turns) Chances(Random chance)
    {
        lock (chance) return (chance.Next(6), chance.Next(50));
    }
}
