using EdmContracts;
using EdmKafka;
using EdmStream.Count;
using EdmStream.Push;
using EdmStream.Share;

namespace EdmStream.Consume;

/// <summary>Says what all readings together show at a moment. It belongs to the thread that counts.</summary>
internal sealed class MomentMaker(BrokerWatch brokers, TimeProvider time)
{
    private readonly LiveFigures _figures = new();
    private Moment? _last;

    public Moment Next(IReadOnlyCollection<TopicReading> readings, EventLog rows)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (answers, since, _) = brokers.Now;
        long? silentSince = answers ? null : since.ToUnixTimeMilliseconds();
        var rebuild = ReadingProgress.RebuildOf(readings);
        var next = new Moment(
            (_last?.Sequence ?? 0) + 1, now, "rebuilding", _last?.CountedTo, silentSince, rebuild,
            _last?.Windows ?? new LiveFigures().At([], now), rows.Views(), _last?.Partitions ?? []);

        // While the log is read again the last figures stand: nothing half counted is shown.
        if (rebuild is not null) return _last = next;
        var books = ReadingProgress.Books(readings);
        return _last = next with
        {
            State = books.All(b => b.Read == 0) ? "waiting" : "live",
            CountedTo = ReadingProgress.CountedTo(readings, silentSince ?? now),
            Windows = _figures.At([.. readings.OrderBy(r => r.Partition.Index).Select(r => r.Counts).Distinct()], now),
            Partitions = books,
        };
    }
}
