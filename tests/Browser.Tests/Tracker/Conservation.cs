namespace Browser.Tests.Tracker;

/// <summary>What was done and what lies in the topics are the same.</summary>
internal static class Conservation
{
    /// <summary>Each event lies in the topics once, and nothing else does.</summary>
    public static async Task AllLandedOnceAsync(this Shop shop) => Assert.Equal(0, await shop.AllLandedAsync());

    /// <summary>Each event lies in the topics, and nothing else does; an event may lie there again under its own id.</summary>
    /// <returns>How many records are doubles.</returns>
    public static async Task<int> AllLandedAsync(this Shop shop)
    {
        var landed = await shop.LandedAsync();
        Same(shop.Done, landed.Distinct().Select(l => l.Deed));
        Assert.Distinct(landed.Distinct().Select(l => l.EventId));
        return landed.Count - landed.Distinct().Count();
    }

    private static void Same(IEnumerable<Deed> done, IEnumerable<Deed> landed) =>
        Assert.Equal(done.Select(d => $"{d}").Order(StringComparer.Ordinal), landed.Select(d => $"{d}").Order(StringComparer.Ordinal));
}
