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

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long? SilentSince => brokers.Now is (false, var since, _) ? since.ToUnixTimeMilliseconds() : null;

    public Moment Next(IReadOnlyCollection<TopicReading> readings, EventLog rows)
    {
        var now = Now;
        var silentSince = SilentSince;
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
            CountedTo = CountedTo(readings),
            Windows = _figures.At([.. readings.OrderBy(r => r.Partition.Index).Select(r => r.Counts).Distinct()], now),
            Partitions = books,
        };
    }

    /// <summary>The moment up to which all that was received is counted.</summary>
    public long CountedTo(IReadOnlyCollection<TopicReading> readings) => ReadingProgress.CountedTo(readings, SilentSince ?? Now);
}
