using CsCheck;
using EdmStats.Query;
using EdmStats.Tables;

namespace EdmStats.Tests.Query;

/// <summary>Whatever the range: what is read from the coarsest steps is the sum over its minutes.</summary>
public class RangesTests(PostgresServer server)
{
    private const long First = 31_000_000, Minutes = 4 * HistoryStep.Day;

    private static readonly string[] Kinds = [HistoryKind.Order, HistoryKind.Ordered, HistoryKind.Viewed, HistoryKind.Button];

    // Always the same, so that a range that fails can be asked for again.
    private static readonly Happened[] Events = [.. Happen(new Random(20181109)).Take(3_000)];

    private static Gen<(long From, long To, long KeptFrom)> AnyRange =>
        Gen.Select(Gen.Long[First - 100, First + Minutes], Gen.Long[1, Minutes], Gen.Long[First - Minutes, First + Minutes])
            .Select((from, length, keptFrom) => (from, from + length, keptFrom));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sum_over_a_range_is_the_sum_over_its_minutes(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(Events);
        await using var snapshot = await history.SnapshotAsync();

        await AnyRange.SampleAsync(
            async range =>
            {
                var rows = await snapshot.ListAsync<CountRow>(
                    CountSums.By("kind, key, currency", StepPiece.Covering([range.From, range.To], range.KeptFrom), HistoryKind.Order, HistoryKind.Viewed));
                var inRange = Events.Where(e => e.Kind is HistoryKind.Order or HistoryKind.Viewed && e.Minute >= range.From && e.Minute < range.To);
                return rows.Select(r => (r.Kind, r.Key, r.Currency, r.Events, r.Amount)).ToHashSet().SetEquals(
                    inRange.GroupBy(e => (e.Kind, e.Key, e.Currency))
                        .Select(g => (g.Key.Kind, g.Key.Key, g.Key.Currency, (long)g.Count(), g.Sum(e => e.Amount))));
            },
            iter: 100, threads: 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_points_of_a_series_are_the_sums_over_their_minutes(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(Events);
        await using var snapshot = await history.SnapshotAsync();
        var zones = Gen.OneOf("UTC", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe");

        await Gen.Select(AnyRange, zones, Gen.Enum<SeriesStep>()).SampleAsync(
            async (edges, zone, by) =>
            {
                var range = new HistoryRange(ZoneClock.Find(zone)!, At(edges.From), At(edges.To));
                if (SeriesBuckets.Of(range, by) is not { } buckets) return true;
                var series = await SeriesQuery.AnswerAsync(snapshot, SeriesMetric.Revenue, buckets);
                var expected = Events.Where(e => e.Kind == HistoryKind.Order && e.Minute >= range.Edges[0] && e.Minute < range.Edges[1])
                    .ToLookup(e => (e.Currency, Bucket: buckets.Boundaries.Count(boundary => boundary <= e.Minute) - 1), e => e.Amount);
                return series.All(s => s.Values.Sum() == s.Total && s.Values.Select((value, i) => value == expected[(s.Currency!, i)].Sum()).All(equal => equal))
                    && series.Sum(s => s.Total) == expected.Sum(g => g.Sum());
            },
            iter: 100, threads: 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Products_come_in_the_order_of_their_exact_revenue(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(Events);
        await using var snapshot = await history.SnapshotAsync();

        await AnyRange.SampleAsync(
            async range =>
            {
                var products = await TopQuery.ProductsAsync(snapshot, ProductSort.Revenue, "EUR", StepPiece.Covering([range.From, range.To], range.KeptFrom), 3);
                var expected = Events.Where(e => e.Kind is HistoryKind.Ordered or HistoryKind.Viewed && e.Minute >= range.From && e.Minute < range.To)
                    .GroupBy(e => e.Key)
                    .Select(g => (
                        g.Key,
                        Revenue: g.Where(e => e.Currency == "EUR").Sum(e => e.Amount),
                        Orders: (long)g.Count(e => e.Kind == HistoryKind.Ordered),
                        Views: (long)g.Count(e => e.Kind == HistoryKind.Viewed)))
                    .OrderByDescending(p => p.Revenue).ThenByDescending(p => p.Orders).ThenByDescending(p => p.Views)
                    .ThenBy(p => p.Key, StringComparer.Ordinal).Take(3);
                return products.Select(p => (p.Key, p.Revenue, p.Orders, p.Views)).SequenceEqual(expected);
            },
            iter: 100, threads: 1);
    }

    private static IEnumerable<Happened> Happen(Random random)
    {
        while (true)
        {
            var (kind, minute) = (Kinds[random.Next(Kinds.Length)], First + random.NextInt64(Minutes));
            var key = kind == HistoryKind.Order ? "" : ((string[])["a", "b", "", "(other)", "'"])[random.Next(5)];
            yield return kind is HistoryKind.Order or HistoryKind.Ordered
                ? new(kind, minute, key, random.Next(2) == 0 ? "USD" : "EUR", random.NextInt64(-1_000_000, 1_000_000_000) / 10_000m)
                : new(kind, minute, key);
        }
    }

    private static DateTimeOffset At(long minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute);
}
