namespace Browser.Tests.Tracker;

/// <summary>What was done and what lies in the topics are the same.</summary>
internal static class Conservation
{
    /// <summary>Each event lies in the topics once, and nothing else does.</summary>
    public static async Task AllLandedOnceAsync(this Shop shop) => Assert.Empty(await shop.AllLandedAsync());

    /// <summary>Each event lies in the topics, and nothing else does; an event may lie there again, the same and under its own id.</summary>
    /// <returns>The ids of the doubles: one that lies there three times is named twice.</returns>
    public static async Task<IReadOnlyCollection<string>> AllLandedAsync(this Shop shop)
    {
        var landed = await shop.LandedAsync();
        var distinct = landed.Distinct().ToList();
        Assert.Equal(Sorted(shop.Done), Sorted(distinct.Select(l => l.Deed)));
        Assert.Distinct(distinct.Select(l => l.EventId));
        return [.. landed.GroupBy(l => l.EventId).SelectMany(g => g.Skip(1)).Select(l => l.EventId)];
    }

    /// <summary>The events of requests whose sender was not told what became of them: none but these may have doubles.</summary>
    public static IReadOnlySet<string> UnansweredIds(this Shop shop) =>
        shop.Proxy.Requests.Where(r => !r.Answered).SelectMany(r => r.EventIds).ToHashSet();

    private static IEnumerable<string> Sorted(IEnumerable<Deed> deeds) => deeds.Select(d => $"{d}").Order(StringComparer.Ordinal);
}
