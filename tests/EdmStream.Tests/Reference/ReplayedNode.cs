using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Push;
using EdmStream.Share;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Reference;

/// <summary>A node that reads a log of the test's, can be started anew in the middle of it, and says what it shows as the reference does.</summary>
internal sealed class ReplayedNode(IServiceProvider services, IReadOnlyList<Written> log, long start) : ILogOffsets
{
    private static readonly LogPartition[] Partitions = [.. Topics.Input.SelectMany(_ => Enumerable.Range(0, 2), (topic, index) => new LogPartition(topic, index))];
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(start));
    private readonly LiveFeed _feed = new();
    private RecordCounter? _counter;
    private IReadOnlyDictionary<LogPartition, long>? _from;
    private long _began;

    /// <summary>All that it said on <c>edm-live</c>, in this life and the ones before.</summary>
    public SaidWords Said { get; } = new();

    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Wait(long milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Another process takes its place: all that it knows comes from the log.</summary>
    public void Restart()
    {
        _counter = new RecordCounter(
            new CountOptions(), services.GetRequiredService<KafkaSettings>(), new MomentMaker(services.GetRequiredService<BrokerWatch>(), _time), new EventLog(), _feed,
            new LiveVoice(Said.HearAsync, NullLogger<LiveVoice>.Instance), _time,
            NullLogger<RecordCounter>.Instance);
        (_from, _began) = (_counter.Begin(Partitions, this), Now);
        foreach (var partition in Partitions)
        {
            foreach (var record in Of(partition).Where(r => r.Offset >= _from![partition])) Take(record);
            _counter.ReachEnd(partition, Of(partition).Count());
        }
    }

    /// <summary>The books that a node which began when this one did must show: they begin with the first record of the last two hours then.</summary>
    public IEnumerable<string> Books(IReadOnlyDictionary<Written, string> verdicts) =>
        from partition in Partitions
        orderby partition.Topic, partition.Index
        let counted = Of(partition).SkipWhile(r => r.Offset < _from![partition] || r.Received < _began - 120 * 60_000).Select(r => verdicts[r]).ToList()
        select $"{partition.Topic}[{partition.Index}] read {counted.Count} {string.Join(" ", ((string[])["shown", "duplicate", "bot", "late", "rejected"]).Select(v => $"{v} {counted.Count(c => c == v)}"))}";

    public void Take(Written record) => _counter!.Take(new ConsumedRecord
    {
        Partition = new LogPartition(record.Topic, record.Partition),
        Offset = record.Offset,
        ReceiveTime = record.Received,
        Value = Encoding.UTF8.GetBytes(record.Value),
    });

    public async Task<Moment> ShowAsync()
    {
        Wait(1_000);
        _counter!.Beat();
        return await _feed.NewerAsync(null, CancellationToken.None);
    }

    public (long Start, long End) Bounds(LogPartition partition) => (0, Of(partition).Count());

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time) =>
        partitions.ToDictionary(p => p, p => Of(p).FirstOrDefault(r => r.Received >= time)?.Offset);

    private IEnumerable<Written> Of(LogPartition partition) => log.Where(r => r.Topic == partition.Topic && r.Partition == partition.Index);
}
