using Bench;
using Count;
using EdmTesting;

namespace History;

/// <summary>A Kafka with a shop's log, and databases to count it into.</summary>
internal sealed class HistoryBench : IAsyncDisposable
{
    private const string Prefix = "bench.", Postgres = "PostgreSQL", Sqlite = "SQLite";

    /// <summary>Records a second of the shop that goes on while the service is killed.</summary>
    private const int LiveRate = 5_000;

    // Long enough for many minutes, young enough for the ids to be read back.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly KafkaCluster _kafka;
    private readonly PostgresServer _postgres = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-history-");
    private readonly TimeProvider _time;

    private HistoryBench(KafkaCluster kafka, TimeProvider time) => (_kafka, _time) = (kafka, time);

    public static async Task<HistoryBench> StartAsync(TimeProvider time) => new(await KafkaCluster.StartAsync(), time);

    /// <returns>The exit code: 1 where the tables hold other sums than were written.</returns>
    public async Task<int> CompareAsync(int records, int rounds)
    {
        var now = _time.GetUtcNow();
        var written = Records(records, now - Span, now);
        var bytes = await RecordWriter.WriteAsync(_kafka.BootstrapServers, Prefix, written);
        Console.WriteLine(FormattableString.Invariant($"{records:N0} records of {bytes:0} bytes written"));
        var expected = TableSums.Expected(written);
        var measured = new Dictionary<string, List<Round>> { [Postgres] = [], [Sqlite] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var kind in round % 2 == 0 ? measured.Keys : measured.Keys.Reverse())
            {
                var database = kind == Postgres ? await _postgres.NewDatabaseAsync() : $"sqlite:{Path.Combine(_folder.FullName, $"{round}.db")}";
                await using var node = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, $"{kind}-{round}", database, _time);
                measured[kind].Add(await node.FollowAsync());
                if (await DiffersAsync(database, expected)) return 1;
            }
        }

        Console.WriteLine($"Both held all {expected.Count} sums as they were written, in every round.");
        var table = new ComparisonTable<Round>(measured[Postgres], measured[Sqlite], Postgres, Sqlite);
        table.Head(FormattableString.Invariant($"{records:N0} records"));
        table.Row("events a second", r => records / r.Elapsed.TotalSeconds, "0", "  (PostgreSQL: at least 300000)");
        table.Row("CPU-s a million", r => r.Cpu.TotalSeconds * 1e6 / records, "0.00", "  (PostgreSQL: at most 3)");
        table.Row("peak memory, MB", r => r.PeakMemory / 1e6, "0");
        return 0;
    }

    /// <param name="records">How many the shop writes meanwhile.</param>
    /// <param name="after">How long the service has its partitions before it is killed.</param>
    /// <returns>The exit code: 1 where the tables hold other sums than were written.</returns>
    public async Task<int> KillAsync(int records, TimeSpan after)
    {
        var now = _time.GetUtcNow();
        var written = Records(records, now, now.AddSeconds((double)records / LiveRate));
        var shop = RecordWriter.WriteAsync(_kafka.BootstrapServers, Prefix, written.AsReceived(_time, CancellationToken.None));
        var database = await _postgres.NewDatabaseAsync();
        var kills = 0;
        for (; !shop.IsCompleted; kills++)
        {
            await using var node = await StartAsync();
            await node.AssignedAsync();
            await Task.Delay(after, _time);
            node.Kill();
        }

        await shop;
        await using var last = await StartAsync();
        var expected = TableSums.Expected(written);
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        for (var start = _time.GetTimestamp(); _time.GetElapsedTime(start) < Patience && !(await TableSums.HeldAsync(database)).SequenceEqual(expected);)
            await look.WaitForNextTickAsync();
        if (await DiffersAsync(database, expected)) return 1;
        Console.WriteLine($"{records:N0} records in {_time.GetUtcNow() - now:m\\:ss}, killed {kills} times; all {expected.Count} sums are as they were written, in {await TableSums.RowsAsync(database):N0} rows.");
        return 0;

        Task<StatsNode> StartAsync() => StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, "killed", database, _time);
    }

    /// <summary>Counts the log anew beside the service, which is asked all the while.</summary>
    /// <returns>The exit code: 1 where one row is another one afterwards.</returns>
    public async Task<int> RebuildAsync(int records)
    {
        var now = _time.GetUtcNow();
        await RecordWriter.WriteAsync(_kafka.BootstrapServers, Prefix, Records(records, now - Span, now));
        var database = await _postgres.NewDatabaseAsync();
        await using var node = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, "rebuilt", database, _time);
        await node.FollowAsync();
        var before = await TableSums.AllAsync(database);
        var answers = new Answers(node.Address, _time);
        var start = _time.GetTimestamp();
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            "dotnet", [ServiceProcess.FileOf("EdmStats"), "rebuild", "--from", $"{now.AddDays(-2):yyyy-MM-dd}"], _folder.FullName, CancellationToken.None,
            ("KAFKA_BOOTSTRAP_SERVERS", _kafka.BootstrapServers), ("KAFKA_PREFIX", Prefix), ("DATABASE_URL", database));
        var elapsed = _time.GetElapsedTime(start);
        var told = await answers.EndAsync();
        var after = await TableSums.AllAsync(database);
        Console.WriteLine(printed);
        Console.WriteLine($"{records:N0} records counted anew in {elapsed.TotalSeconds:0.0} s, exit code {exitCode}; {after.Count:N0} rows, {after.Except(before).Count() + before.Except(after).Count()} of them other ones. {told}");
        return exitCode == 0 && after.SequenceEqual(before) ? 0 : 1;
    }

    /// <summary>Asks what the history's charts ask, each question of a service that was never asked before.</summary>
    public async Task<int> AskAsync()
    {
        var (database, now) = (await _postgres.NewDatabaseAsync(), _time.GetUtcNow());
        await using (var first = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, "asked", database, _time)) await first.AssignedAsync();
        Console.WriteLine($"{await Questions.FillAsync(database, now):N0} rows");
        await using var node = await StatsNode.StartAsync(_kafka.BootstrapServers, Prefix, "asked", database, _time);
        await node.AssignedAsync();
        await Questions.AskAsync(node.Address, now, _time);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _kafka.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static List<WrittenRecord> Records(int count, DateTimeOffset from, DateTimeOffset to)
    {
        var random = new Random(7);
        return [.. new SampleRecords(new SampleShop(random), random).Between(count, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds())];
    }

    private static async Task<bool> DiffersAsync(string database, IReadOnlyList<string> expected)
    {
        var held = await TableSums.HeldAsync(database);
        if (held.SequenceEqual(expected)) return false;
        Console.WriteLine("The tables hold other sums than were written:");
        foreach (var line in expected.Except(held)) Console.WriteLine($"  written: {line}");
        foreach (var line in held.Except(expected)) Console.WriteLine($"  held:    {line}");
        return true;
    }
}
