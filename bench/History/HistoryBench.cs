using Bench;
using Count;
using EdmTesting;

namespace History;

/// <summary>A log that was written, and databases to count it into.</summary>
internal sealed class HistoryBench : IAsyncDisposable
{
    private const string Prefix = "bench.", Postgres = "PostgreSQL", Sqlite = "SQLite";

    // Long enough for many minutes, young enough for the ids to be read back.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(30);

    private readonly KafkaCluster _kafka;
    private readonly PostgresServer _postgres = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-history-");
    private readonly IReadOnlyList<string> _expected;
    private readonly int _records;
    private readonly TimeProvider _time;

    private HistoryBench(KafkaCluster kafka, IReadOnlyList<WrittenRecord> written, TimeProvider time) =>
        (_kafka, _records, _expected, _time) = (kafka, written.Count, TableSums.Expected(written), time);

    public static async Task<HistoryBench> StartAsync(int records, TimeProvider time)
    {
        var kafka = await KafkaCluster.StartAsync();
        var (random, now) = (new Random(7), time.GetUtcNow());
        var sample = new SampleRecords(new SampleShop(random), random);
        List<WrittenRecord> written = [.. sample.Between(records, (now - Span).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds())];
        var bytes = await RecordWriter.WriteAsync(kafka.BootstrapServers, Prefix, written);
        Console.WriteLine(FormattableString.Invariant($"{written.Count:N0} records of {bytes:0} bytes written"));
        return new HistoryBench(kafka, written, time);
    }

    /// <returns>The exit code: 1 where the tables hold other sums than were written.</returns>
    public async Task<int> CompareAsync(int rounds)
    {
        var measured = new Dictionary<string, List<Round>> { [Postgres] = [], [Sqlite] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var kind in round % 2 == 0 ? measured.Keys : measured.Keys.Reverse())
            {
                var database = kind == Postgres ? await _postgres.NewDatabaseAsync() : $"sqlite:{Path.Combine(_folder.FullName, $"{round}.db")}";
                await using var node = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, $"{kind}-{round}", database, _time);
                measured[kind].Add(await node.FollowAsync());
                if (await DiffersAsync(database)) return 1;
            }
        }

        Console.WriteLine($"Both held all {_expected.Count} sums as they were written, in every round.");
        var table = new ComparisonTable<Round>(measured[Postgres], measured[Sqlite], Postgres, Sqlite);
        table.Head(FormattableString.Invariant($"{_records:N0} records"));
        table.Row("events a second", r => _records / r.Elapsed.TotalSeconds, "0", "  (PostgreSQL: at least 300000)");
        table.Row("CPU-s a million", r => r.Cpu.TotalSeconds * 1e6 / _records, "0.00", "  (PostgreSQL: at most 3)");
        table.Row("peak memory, MB", r => r.PeakMemory / 1e6, "0");
        return 0;
    }

    /// <param name="after">How long it has its partitions before it is killed.</param>
    /// <returns>The exit code: 1 where the tables hold other sums than were written.</returns>
    public async Task<int> KillAsync(TimeSpan after)
    {
        var database = await _postgres.NewDatabaseAsync();
        for (var kills = 0; ; kills++)
        {
            await using var node = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, "killed", database, _time);
            await node.AssignedAsync();
            var counted = node.FollowAsync();
            if (await Task.WhenAny(counted, Task.Delay(after, _time)) != counted)
            {
                node.Kill();
                await Task.WhenAny(counted);
                continue;
            }

            if (await DiffersAsync(database)) return 1;
            Console.WriteLine($"Killed {kills} times; all {_expected.Count} sums are as they were written, in {await TableSums.RowsAsync(database):N0} rows.");
            Console.WriteLine(node.Words);
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _kafka.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> DiffersAsync(string database)
    {
        var held = await TableSums.HeldAsync(database);
        if (held.SequenceEqual(_expected)) return false;
        Console.WriteLine("The tables hold other sums than were written:");
        foreach (var line in _expected.Except(held)) Console.WriteLine($"  written: {line}");
        foreach (var line in held.Except(_expected)) Console.WriteLine($"  held:    {line}");
        return true;
    }
}
