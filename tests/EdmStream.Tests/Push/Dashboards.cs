using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EdmStream.Tests.Push;

/// <summary>Two hundred dashboards, of which one reads nothing until it is told to. It goes on pinging, or it would be taken for gone.</summary>
internal sealed partial class Dashboards : IDisposable
{
    public const string Frozen = "frozen";
    private const int Lively = 199;

    private readonly DashboardSocket[] _lively;
    private readonly DashboardSocket _frozen;
    private readonly CancellationToken _stop;

    private Dashboards(DashboardSocket[] lively, DashboardSocket frozen, CancellationToken stop) => (_lively, _frozen, _stop) = (lively, frozen, stop);

    /// <param name="node">Whose dashboards they are.</param>
    /// <param name="hub"><c>live</c> or <c>broadcast</c>.</param>
    /// <param name="stop">Ends whatever is waited for.</param>
    public static async Task<Dashboards> OpenAsync(PushNode node, string hub, CancellationToken stop)
    {
        var frozen = await DashboardSocket.OpenAsync(node.Address(hub, Frozen), PushNode.Buffer, stop);
        var lively = await Task.WhenAll(Enumerable.Range(0, Lively)
            .Select(n => DashboardSocket.OpenAsync(node.Address(hub, $"lively-{n}"), cancellationToken: stop)));
        return new Dashboards(lively, frozen, stop);
    }

    public Task AskForFramesAsync() => Task.WhenAll(_lively.Append(_frozen).Select(d => d.AskForFramesAsync(window: 5, _stop)));

    /// <summary>The sequences of the next frame of each of those that read, which is waited for.</summary>
    public async Task<IEnumerable<long>> NextAsync()
    {
        await _frozen.PingAsync(_stop);
        return (await Task.WhenAll(_lively.Select(NextAsync))).Distinct();
    }

    /// <summary>Lets the frozen one read.</summary>
    /// <param name="to">Until it has come to this sequence.</param>
    /// <returns>The sequences of all frames that it got.</returns>
    public async Task<IReadOnlyList<long>> ThawAsync(long to)
    {
        var got = new List<long>();
        do got.Add(await NextAsync(_frozen));
        while (got[^1] < to);
        return got;
    }

    public void Dispose()
    {
        foreach (var dashboard in _lively.Append(_frozen)) dashboard.Dispose();
    }

    private async Task<long> NextAsync(DashboardSocket dashboard) =>
        long.Parse(SequenceOf().Match(Encoding.UTF8.GetString((await dashboard.ReadAsync(_stop)).Span)).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"""sequence"":(\d+)")]
    private static partial Regex SequenceOf();
}
