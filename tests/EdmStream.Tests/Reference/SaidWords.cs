using System.Text;
using System.Text.Json;
using EdmContracts.Live;
using EdmKafka;

namespace EdmStream.Tests.Reference;

/// <summary>The newest word of each key of <c>edm-live</c>, as compaction would leave it, and the figures that a reader makes of them.</summary>
internal sealed class SaidWords
{
    private const int AMinute = 12;

    private readonly Dictionary<string, byte[]> _newest = [];

    /// <summary>Whether the next words get lost on their way.</summary>
    public bool IsDeaf { get; set; }

    public IReadOnlyList<Slice> Slices => [.. _newest.Where(w => IsSlice(w.Key)).Select(w => Read<Slice>(w.Value))];

    public IReadOnlyList<Head> Heads => [.. _newest.Where(w => !IsSlice(w.Key)).Select(w => Read<Head>(w.Value))];

    /// <summary>The keys of the last words, in their order.</summary>
    public List<string> LastKeys { get; } = [];

    public Task<Delivery[]> HearAsync(RecordBatch batch)
    {
        LastKeys.Clear();
        for (var i = 0; i < batch.Count && !IsDeaf; i++)
        {
            var key = Encoding.UTF8.GetString(batch.KeyOf(i));
            LastKeys.Add(key);
            _newest[key] = batch.ValueOf(i).ToArray();
        }

        var deliveries = new Delivery[batch.Count];
        Array.Fill(deliveries, IsDeaf ? new Delivery(WriteOutcome.Unknown, Reason: "deaf") : new Delivery(WriteOutcome.Written, 0, 0));
        return Task.FromResult(deliveries);
    }

    /// <summary>The figures in the reference's words, as far as the words of one window are enough for them.</summary>
    public IEnumerable<string> Lines(long at, int minutes)
    {
        var bucket = (int)(at / 5_000);
        var (slices, heads) = (Slices, Heads);
        var now = slices.Where(s => s.Bucket > bucket - minutes * AMinute).Select(s => s.Counts).ToList();
        var before = slices.Where(s => s.Bucket > bucket - 2 * minutes * AMinute && s.Bucket <= bucket - minutes * AMinute).Select(s => s.Counts).ToList();
        int Visitors(Func<VisitorHistograms, Histogram> of, int within) => heads.Sum(h => of(h.Visitors).After(bucket - within * AMinute));
        string Both(Func<SliceCounts, int> of) => $"{now.Sum(of)} before {before.Sum(of)}";
        yield return $"visitors now {Visitors(v => v.Seen, 5)}";
        yield return $"visitors {Visitors(v => v.Seen, minutes)}";
        yield return $"edm-ui-pageload {Both(c => c.PageLoads)}";
        yield return $"edm-ui-click {Both(c => c.Clicks)}";
        yield return $"edm-ui-commerce {Both(c => c.Commerce)}";
        yield return $"carts {Visitors(v => v.Carts, 10)}";
        yield return $"orders {Both(c => c.Orders)}";
        yield return $"funnel {Visitors(v => v.Viewed, minutes)} {Visitors(v => v.Added, minutes)} {Visitors(v => v.Checkout, minutes)} {Visitors(v => v.Ordered, minutes)}";
        yield return $"buttons {Top(now.SelectMany(c => c.Buttons))}";
        yield return $"pages {Top(now.SelectMany(c => c.Pages))}";
        yield return $"sources {Top(now.SelectMany(c => c.Sources))}";
        yield return $"devices {Top(now.SelectMany(c => c.Devices))}";
        yield return $"types {Top(now.SelectMany(c => c.Types))}";
    }

    private static string Top(IEnumerable<KeyValuePair<string, int>> counts) => string.Join(
        ", ",
        counts.GroupBy(c => c.Key).Select(g => (g.Key, Count: g.Sum(c => c.Value)))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Take(10).Select(c => $"{c.Key} {c.Count}"));

    private static bool IsSlice(string key) => key.Contains('/', StringComparison.Ordinal);

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
}
