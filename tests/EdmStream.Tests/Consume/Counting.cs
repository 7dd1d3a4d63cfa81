using System.Text;
using EdmHosting;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Push;
using EdmStream.Share;
using EdmStream.Tests.Share;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Consume;

/// <summary>
/// A node's counter as the program puts it together, with the log and the clock in the test's hand: what the consumer
/// loop calls is called from here.
/// </summary>
internal sealed class Counting : ILogOffsets
{
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1_795_437_660_000);
    public static readonly LogPartition Clicks = new("edm-ui-click", 0);

    private readonly WebApplication _program;
    private readonly LiveFeed _feed;
    private readonly LiveFollower _follower;
    private Dictionary<LogPartition, long> _next = [];
    private int _followed;
    private readonly Dictionary<LogPartition, List<(long Offset, long ReceiveTime, byte[] Value)>> _log;

    /// <summary>Another process, with the same logs and the same clock.</summary>
    public Counting(Counting before, bool follows = true) : this(before._log, before.Live, before.Time, [], follows)
    {
    }

    public Counting(params (string Name, string Value)[] settings) : this([], new LiveLog(), new FakeTimeProvider(Start), settings, follows: true)
    {
    }

    private Counting(
        Dictionary<LogPartition, List<(long Offset, long ReceiveTime, byte[] Value)>> log, LiveLog live, FakeTimeProvider time, (string Name, string Value)[] settings, bool follows)
    {
        (_log, Live, Time, Follows) = (log, live, time, follows);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Append(("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"))
            .ToDictionary(s => s.Item1, s => (string?)s.Item2));
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddHosting(port: 0);
        builder.AddKafka();
        builder.AddConsume();
        builder.AddShare();
        builder.AddPush();
        builder.Services.AddSingleton<SaidBefore>(_ => Live.Said());
        builder.Services.AddSingleton<PartitionCount>(() => _log.Keys.Select(p => p.Index).Distinct().Count());
        builder.Services.AddSingleton(services => new LiveVoice(Live.WriteAsync, services.GetRequiredService<ClockCheck>(), NullLogger<LiveVoice>.Instance));
        _program = builder.Build();
        _feed = _program.Services.GetRequiredService<LiveFeed>();
        Counter = _program.Services.GetRequiredService<RecordCounter>();
        _follower = _program.Services.GetRequiredService<LiveFollower>();
        _follower.Begin(Live.End);
        Follow();
    }

    public FakeTimeProvider Time { get; }

    /// <summary>The topic that nodes speak on.</summary>
    public LiveLog Live { get; }

    public IServiceProvider Services => _program.Services;

    public RecordCounter Counter { get; }

    /// <summary>This process, as it calls itself.</summary>
    public string Node => _program.Services.GetRequiredService<LiveVoice>().Node;

    /// <summary>Whether it reads what is said.</summary>
    public bool Follows { get; set; }

    /// <summary>The event log of all.</summary>
    public LogView Log => _feed.Now!.Log(LogFilter.All);

    /// <summary>The number of the moment that is shown.</summary>
    public long Shown => _feed.Now!.Sequence;

    /// <summary>The times that the node asked for.</summary>
    public List<long> AskedFor { get; } = [];

    public void Write(string value, TimeSpan ago, LogPartition? to = null, long? offset = null)
    {
        var partition = to ?? Clicks;
        if (!_log.TryGetValue(partition, out var records)) _log[partition] = records = [];
        records.Add((offset ?? records.Count, (Start - ago).ToUnixTimeMilliseconds(), Encoding.UTF8.GetBytes(value)));
    }

    /// <summary>The topic is made anew.</summary>
    public void Forget(LogPartition partition) => _log[partition].Clear();

    public void WriteClick(string id, TimeSpan ago, TimeSpan? happened = null, string button = "browse-kits", LogPartition? to = null) =>
        Write($$$"""{"event_id":"{{{id}}}","type":"click","uuid":"ada","event_timestamp":{{{(Start - (happened ?? ago)).ToUnixTimeMilliseconds()}}},"properties":{"button_id":"{{{button}}}"}}""", ago, to);

    /// <summary>Gives the partitions to the node and hands over what it asked for, up to the end.</summary>
    /// <param name="partitions">Null for all.</param>
    public void ReadAll(IReadOnlyList<LogPartition>? partitions = null)
    {
        _next = Counter.Begin(partitions ?? [.. _log.Keys], this).ToDictionary();
        ReadOn();
    }

    /// <summary>Hands over what was written since.</summary>
    public void ReadOn()
    {
        foreach (var (partition, records) in _log.Where(l => _next.ContainsKey(l.Key)))
        {
            foreach (var (offset, receiveTime, value) in records.Where(r => r.Offset >= _next[partition]))
                Counter.Take(new ConsumedRecord { Partition = partition, Offset = offset, ReceiveTime = receiveTime, Value = value });
            _next[partition] = Bounds(partition).End;
            Counter.ReachEnd(partition, records.Count);
        }
    }

    /// <summary>The newest frame after some beats, one a second.</summary>
    public async Task<LiveFrame> FrameAsync(int window = 5, int seconds = 1)
    {
        for (var second = 0; second < seconds; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            Beat();
        }

        return FrameStream.First(await _feed.NewerAsync(null, TestContext.Current.CancellationToken), window, LogFilter.All);
    }

    /// <summary>Says what there is to say, and shows what all have said.</summary>
    public void Beat()
    {
        Counter.Beat();
        Follow();
        _follower.Beat();
    }

    /// <summary>What the node says of its last assignment, after a beat.</summary>
    public Assignment? AssignedAfterBeat()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        Beat();
        return _feed.Now!.Assigned;
    }

    /// <summary>Reads what is said up to an offset, and no end.</summary>
    public void FollowTo(int end) => Live.Read(_follower, ref _followed, end);

    private void Follow()
    {
        if (Follows) Live.Read(_follower, ref _followed);
    }

    public (long Start, long End) Bounds(LogPartition partition) =>
        (_log[partition].FirstOrDefault().Offset, _log[partition].Count == 0 ? 0 : _log[partition][^1].Offset + 1);

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time)
    {
        AskedFor.Add(time);
        return partitions.ToDictionary(p => p, p => _log[p].Where(r => r.ReceiveTime >= time).Select(r => (long?)r.Offset).FirstOrDefault());
    }
}
