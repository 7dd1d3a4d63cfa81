using Confluent.Kafka;
using EdmStats.Tables;
using EdmStats.Tests.Expected;

namespace Drills.Tests.Stats;

/// <summary>A fault that may come, and how often beside the others.</summary>
internal sealed record Fault(string Name, int Weight, Func<Task> Happen);

/// <summary>Lets faults come at random moments while events are written, and compares what was counted with what was written.</summary>
internal sealed class FaultDrill(int seed, string servers, string prefix, HistoryDatabase database, StatsNodes nodes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Topics = ["edm-ui-click", "edm-ui-commerce", "edm-ui-pageload"];

    private static readonly int Faults = DrillLength.Of(12, inLongRun: 200);

    public async Task RunAsync(Random random, params Fault[] faults)
    {
        Say($"seed {seed}, {Faults} faults");
        var enough = new TaskCompletionSource();
        using var writer = new EventWriter(servers, prefix);
        var writing = writer.RunAsync(new RandomEvents(seed, TopicSetupPartitions, TimeProvider.System), aSecond: 600, enough.Task);
        var came = new List<string>();
        try
        {
            for (var i = 0; i < Faults; i++)
            {
                var fault = Choose(random, faults);
                came.Add(fault.Name);
                await fault.Happen().WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

                // The moments in between are random too.
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_000)), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            enough.TrySetResult();
            Say(string.Join(", ", came.CountBy(f => f).Select(f => $"{f.Value} x {f.Key}")));

            // Also after a failure: the producer must not go while it is written to.
            await writing;
        }

        await nodes.SettleAsync();
        foreach (var (line, times) in nodes.Said("Reason").CountBy(l => l).OrderByDescending(l => l.Value)) Say($"  {times} x {line}");
        await CompareAsync(writer.Written);
        await nodes.SettleAsync();
    }

    private const int TopicSetupPartitions = EdmKafka.TopicSetup.Partitions;

    private async Task CompareAsync(IReadOnlyCollection<TopicPartitionOffset> written)
    {
        var tables = new HistoryTables(database);
        var log = new List<LogEntry>();
        foreach (var topic in Topics)
        {
            var records = await ClusterTopics.ReadAllAsync(servers, prefix + topic);
            log.AddRange(records.Select(r => new LogEntry(topic, r.Partition, r.Message.Key, r.Message.Value, r.Message.Timestamp.UnixTimestampMs, r.Offset)));
        }

        var ends = Ends();
        var there = log.Select(e => new TopicPartitionOffset(prefix + e.Topic, e.Partition, e.Offset)).ToHashSet();
        var lost = written.Where(w => w.Offset >= 0 && !there.Contains(w)).Select(w => $"{w.Topic} {w.Partition} {w.Offset}").ToList();
        Assert.True(lost.Count == 0, $"acknowledged, and not in the log:\n{string.Join('\n', lost)}");

        // A killed broker may forget what it knew of a producer, who then writes some records again: each one too many is a repeat.
        var repeats = log.Count - log.DistinctBy(e => (e.Topic, e.Partition, e.Time, Convert.ToBase64String(e.Value ?? []))).Count();
        Assert.InRange(log.Count - written.Count, 0, repeats);
        Assert.Equal(ends.Sum(e => e.End), log.Count);
        await Eventually.PassesAsync(
            () =>
            {
                var next = tables.Next();
                Assert.All(ends, e => Assert.Equal((e.Topic, e.Partition, e.End), (e.Topic, e.Partition, next.GetValueOrDefault((e.Topic, e.Partition)))));
                return Task.CompletedTask;
            }, Patience);

        var expected = new ExpectedHistory(log);
        Say($"{log.Count} records, {expected.CountedEvents} count, {expected.Rejected.Count()} cannot be read");
        Same("offsets", expected.Offsets(ends), tables.Offsets());
        Same("counts", expected.Counts, tables.Counts());
        Same("sketches", expected.Sketches, tables.Sketches());
        Same("products", expected.Products, tables.Products());
        var rejected = await ClusterTopics.ReadAllAsync(servers, prefix + "edm-rejected");
        Same("rejected", expected.Rejected, rejected.Select(r => $"{Header(r, "topic")}[{Header(r, "partition")}] @ {Header(r, "offset")}").Distinct());
        Say($"{rejected.Count} records in edm-rejected");
    }

    private static void Same(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (wanted, there) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        Say($"{what}: {wanted.Count} rows");
        var (missing, extra) = (wanted.Except(there).Take(12), there.Except(wanted).Take(12));
        Assert.True(wanted.SequenceEqual(there), $"{what}\nexpected:\n{string.Join('\n', missing)}\nfound:\n{string.Join('\n', extra)}");
    }

    private List<(string Topic, int Partition, long End)> Ends()
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = servers, GroupId = "ends" }).Build();
        return [.. from topic in Topics
                   from partition in Enumerable.Range(0, TopicSetupPartitions)
                   select (topic, partition, consumer.QueryWatermarkOffsets(new(prefix + topic, partition), TimeSpan.FromSeconds(30)).High.Value)];
    }

    private static Fault Choose(Random random, Fault[] faults)
    {
        var at = random.Next(faults.Sum(f => f.Weight));
        return faults.First(f => (at -= f.Weight) < 0);
    }

    private static string Header(ConsumeResult<byte[], byte[]> record, string name) => System.Text.Encoding.UTF8.GetString(record.Message.Headers.GetLastBytes(name));

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
