using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Push;
using EdmStream.Share;
using EdmStream.Tests.Share;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Reference;

/// <summary>A node that reads a log of the test's, can be started anew in the middle of it, and says what it shows as the reference does.</summary>
internal sealed class ReplayedNode(IServiceProvider services, IReadOnlyList<Written> log, long start) : ILogOffsets
{
    private static readonly LogPartition[] Partitions = [.. Topics.Input.SelectMany(_ => Enumerable.Range(0, 2), (topic, index) => new LogPartition(topic, index))];
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(start));
    private readonly LiveLog _live = new();
    private LiveFeed _feed = new();
    private RecordCounter? _counter;
    private LiveFollower? _follower;
    private int _followed;
    private IReadOnlyDictionary<LogPartition, long>? _from;
    private long _began;

    /// <summary>All that it said on <c>edm-live</c>, in this life and the ones before.</summary>
    public HeardWords Said { get; } = new();

    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Wait(long milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Another process takes its place: all that it knows comes from the log.</summary>
    public void Restart()
    {
        var (brokers, rows, state, progress) = (services.GetRequiredService<BrokerWatch>(), new EventLog(), new SharedState(), new OwnProgress());
        var clock = new ClockCheck(brokersTell: false, NullLogger<ClockCheck>.Instance);
        var voice = new LiveVoice(SayAsync, clock, NullLogger<LiveVoice>.Instance);
        var takingOver = new TakingOver(new CountOptions(), services.GetRequiredService<KafkaSettings>(), _ => new Dictionary<int, SaidPartition>(), voice, _time);
        _counter = new RecordCounter(new CountOptions(), takingOver, rows, voice, clock, progress, brokers, _time, NullLogger<RecordCounter>.Instance);
        (_feed, _followed) = (new LiveFeed(), 0);
        _follower = new LiveFollower(state, voice, clock, rows, new MomentMaker(state, progress, rows, brokers, () => 2, _time), _feed, _time);
        _follower.Begin(_live.End);
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

    /// <summary>What is shown when all is said: a change to a closed bucket may wait for five seconds.</summary>
    public async Task<Moment> ShowAsync()
    {
        for (var said = 0; said < 2; said++)
        {
            Wait(5_000);
            _counter!.Beat();
            _live.Read(_follower!, ref _followed);
        }

        _follower!.Beat();
        return await _feed.NewerAsync(null, CancellationToken.None);
    }

    private Task<Delivery[]> SayAsync(RecordBatch batch)
    {
        Said.HearAsync(batch);
        return _live.WriteAsync(batch);
    }

    public (long Start, long End) Bounds(LogPartition partition) => (0, Of(partition).Count());

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time) =>
        partitions.ToDictionary(p => p, p => Of(p).FirstOrDefault(r => r.Received >= time)?.Offset);

    private IEnumerable<Written> Of(LogPartition partition) => log.Where(r => r.Topic == partition.Topic && r.Partition == partition.Index);
}
