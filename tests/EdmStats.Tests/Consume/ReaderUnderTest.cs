using System.Text;
using EdmHosting;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EdmStats.Tests.Consume;

/// <summary>
/// The reader as the program puts it together, on a real database and a real broker, called as the consumer loop would: what it
/// is given, and when, is the test's to say.
/// </summary>
internal sealed class ReaderUnderTest : ILogOffsets, IAsyncDisposable
{
    public static readonly LogPartition Clicks = new("edm-ui-click", 0);

    private readonly WebApplication _app;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    /// <param name="history">Where it writes to.</param>
    /// <param name="servers">The brokers that <c>edm-rejected</c> is on.</param>
    /// <param name="prefix">That topic's.</param>
    public ReaderUnderTest(TestHistory history, string servers = "127.0.0.1:1", string prefix = "")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["URLS"] = "http://127.0.0.1:0",
            ["DATABASE_URL"] = history.Url,
            ["KAFKA_BOOTSTRAP_SERVERS"] = servers,
            ["KAFKA_PREFIX"] = prefix,
            ["Kafka:ClusterId"] = "cluster",
        });
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.AddHosting(port: 0);
        builder.AddTables();
        builder.AddKafka();
        builder.AddHistoryConsume();
        builder.AddPersist();
        _app = builder.Build();
        Reader = _app.Services.GetRequiredService<HistoryReader>();
    }

    public HistoryReader Reader { get; }

    public HistoryState State => _app.Services.GetRequiredService<HistoryState>();

    /// <summary>The offset that the log ends at.</summary>
    public long End { get; set; }

    /// <summary>Where the log ended when it was looked up first; null: where it ends now.</summary>
    public long? EndAtFirst { get; set; }

    /// <summary>As when the group gives it the partition, and when it asked for another beginning.</summary>
    /// <returns>The offset that it wants to begin at.</returns>
    public long Begin() => Reader.Begin([Clicks], this)[Clicks];

    /// <summary>Hands over clicks, each by its id, from an offset on.</summary>
    public void Take(long offset, params string[] ids)
    {
        foreach (var id in ids) TakeText(offset++, $$"""{"event_id":"{{id}}","type":"click","event_timestamp":{{ReceiveTime}}}""");
    }

    public void TakeText(long offset, string value)
    {
        End = Math.Max(End, offset + 1);
        Reader.Take(new ConsumedRecord { Partition = Clicks, Offset = offset, ReceiveTime = ReceiveTime, Value = Encoding.UTF8.GetBytes(value) });
    }

    /// <summary>The beat at which it is time to write.</summary>
    public void Beat()
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        Reader.Beat();
    }

    public (long Start, long End) Bounds(LogPartition partition)
    {
        var end = EndAtFirst ?? End;
        EndAtFirst = null;
        return (0, end);
    }

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time) =>
        partitions.ToDictionary(p => p, _ => (long?)0);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private long ReceiveTime => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
