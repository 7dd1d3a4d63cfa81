namespace Drills.Tests.Stream;

/// <summary>What must hold of many nodes once the load is over.</summary>
internal static class OneTruth
{
    /// <summary>Every node shows the truth, all show the same, and no dashboard has seen a number go back.</summary>
    /// <param name="live">The nodes, and the dashboards at them.</param>
    /// <param name="shopping">The shoppers, who have gone.</param>
    /// <param name="patience">How long the nodes may take.</param>
    /// <param name="say">Takes a line for whoever reads the run.</param>
    public static async Task HoldsAsync(LiveNodes live, Shopping shopping, TimeSpan patience, Action<string> say)
    {
        foreach (var node in live.Addresses)
        {
            var compared = await shopping.ShowsAsync(node, patience);
            say($"{node.Authority}: {compared.TrimEnd().Split('\n')[^1]}");
        }

        await Agreement.HoldsAsync(live.Addresses, patience);
        say($"{live.Addresses.Count} nodes show the same");
        foreach (var recorder in live.Recorders)
        {
            var frames = recorder.Frames;
            var nodes = frames.Select(f => f.Node).Distinct().ToList();
            say($"{frames.Count} frames of {string.Join(", then ", nodes)}");
        }

        var violations = live.Recorders.SelectMany((r, i) => FrameChecks.Of(r.Frames).Select(found => $"dashboard {i + 1}: {found}")).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        Assert.All(live.Recorders, r => Assert.NotEmpty(r.Frames));
    }
}
