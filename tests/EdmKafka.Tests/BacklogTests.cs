using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using EdmContracts;

namespace EdmKafka.Tests;

public class BacklogTests(SharedKafka shared)
{
    private const int Backlog = 60_000;

    [Fact]
    public async Task Members_that_come_and_go_amid_a_long_backlog_cost_no_record_and_double_none()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await WriteAsync(kafka, Backlog, visitors: 100);

        // Each begins where the other one ended, as one does that keeps its offsets beside its figures.
        var reached = new ConcurrentDictionary<LogPartition, long>();
        using var allowed = new SemaphoreSlim(0);
        RecordingReader Reader() => new()
        {
            From = (partition, _) => reached.GetValueOrDefault(partition),
            During = (call, record) =>
            {
                if (call != "Take") return;
                allowed.Wait();
                reached[record!.Partition] = record.Offset + 1;
            },
        };
        RecordingReader staying = Reader(), leaving = Reader();

        // A few records a look: most of them still lie ahead when the group changes.
        Task ReadUntilAsync(Func<bool> condition) => Eventually.TrueAsync(
            () =>
            {
                allowed.Release(20);
                return condition();
            },
            KafkaHost.Patience);

        await using var stays = await KafkaHost.StartAsync(kafka, staying);
        await ReadUntilAsync(() => staying.Records.Count > 0);
        var leaves = await KafkaHost.StartAsync(kafka, leaving);
        await ReadUntilAsync(() => staying.Assignments.Last().Begin.Count == 9 && leaving.Records.Count > 0);
        var left = leaves.StopAsync();
        await ReadUntilAsync(() => left.IsCompleted && staying.Assignments.Last().Begin.Count == 18);
        Assert.InRange(reached.Values.Sum(), 1, Backlog - 5_000);
        allowed.Release(Backlog);

        await Eventually.EqualAsync(Backlog, () => (int)reached.Values.Sum(), KafkaHost.Patience);
        var all = staying.Assignments.Concat(leaving.Assignments).ToList();
        Assert.Equal(Enumerable.Range(0, Backlog), all.SelectMany(a => a.Records).Select(r => int.Parse(r.Value, CultureInfo.InvariantCulture)).Order());
        Assert.All(all, a => Assert.All(
            a.Records.GroupBy(r => r.Partition),
            records => Assert.Equal(Enumerable.Range(0, records.Count()).Select(i => a.Begin[records.Key] + i), records.Select(r => r.Offset))));
    }

    [Fact]
    public async Task Nothing_is_allocated_for_a_record()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await WriteAsync(kafka, 40_000, visitors: 1);
        var reader = new AllocationsReader(from: 15_000, to: 35_000, stretch: 5_000);
        await using var host = await KafkaHost.StartAsync(kafka, reader);

        Assert.Equal(0, await reader.Least.WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_long_backlog_leaves_the_reader_its_beat()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await WriteAsync(kafka, 3_000, visitors: 1);
        var time = new LaterTime();
        var calls = new ConcurrentQueue<string>();
        var reader = new RecordingReader
        {
            During = (call, _) =>
            {
                calls.Enqueue(call);
                if (call == "Take") time.Later += TimeSpan.FromMilliseconds(25);
            },
        };
        await using var host = await KafkaHost.StartAsync(kafka, reader, time);

        await Eventually.EqualAsync(3_000, () => reader.Records.Count, KafkaHost.Patience);
        Assert.DoesNotContain("Take Take Take", string.Join(' ', calls), StringComparison.Ordinal);
    }

    /// <summary>Each value is the record's number, filled up with spaces.</summary>
    private static async Task WriteAsync(KafkaUnderTest kafka, int count, int visitors)
    {
        await using var writer = await KafkaHost.StartAsync(kafka);
        await writer.ReadyAsync();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(5_000))
        {
            using var batch = new RecordBatch(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            foreach (var number in numbers)
                batch.Add(Topics.Click, Encoding.UTF8.GetBytes($"visitor-{number % visitors}"), Encoding.UTF8.GetBytes($"{number,300}"));
            Assert.All(await writer.ProduceAsync(batch), d => Assert.Equal(WriteOutcome.Written, d.Outcome));
        }
    }

    /// <summary>
    /// What the loop allocated in the stretch of records in which it was least: what is allocated for a record is in all of them,
    /// and what a clock causes, which a slow machine has more of, is not.
    /// </summary>
    private sealed class AllocationsReader(int from, int to, int stretch) : IPartitionReader
    {
        private readonly TaskCompletionSource<long> _least = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _records;
        private long _before, _soFar = long.MaxValue;

        public Task<long> Least => _least.Task;

        public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log) => partitions.ToDictionary(p => p, _ => 0L);

        public void Take(scoped in ConsumedRecord record)
        {
            _records++;
            if (_records < from || (_records - from) % stretch != 0) return;
            var now = GC.GetAllocatedBytesForCurrentThread();
            if (_records > from) _soFar = Math.Min(_soFar, now - _before);
            if (_records == to) _least.TrySetResult(_soFar);
            _before = now;
        }

        public void Expire(LogPartition partition, long count) => throw new NotSupportedException("Nothing is deleted here.");

        public void ReachEnd(LogPartition partition, long end)
        {
        }

        public void Beat()
        {
        }

        public void Release()
        {
        }
    }
}
