using System.Globalization;
using System.Text;
using Dapper;
using EdmHosting;
using EdmStats.Persist;
using EdmStats.Query;
using EdmStats.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdmStats.Tests;

/// <summary>A history of a test's own, with its tables, in the database that the test is about; tests write its rows themselves.</summary>
internal sealed class TestHistory : IAsyncDisposable
{
    // To migrate a database takes longer than most tests: each gets a copy of one that was migrated.
    private static readonly Lazy<Task<byte[]>> MigratedFile = new(NewMigratedFileAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-history-");

    private TestHistory(string? url)
    {
        Url = url ?? $"sqlite:{Path.Combine(_folder.FullName, "history.db")}";
        var mistakes = new SettingsMistakes();
        Database = DatabaseUrl.Read(Url, _folder.FullName, mistakes);
        Assert.Empty(mistakes.Found);
    }

    /// <summary>What <c>DATABASE_URL</c> is set to.</summary>
    public string Url { get; }

    public HistoryDatabase Database { get; }

    public static async Task<TestHistory> NewAsync(Databases kind, PostgresServer server)
    {
        if (kind == Databases.PostgreSql) return new(await server.NewCopyAsync(MigrateAsync));
        var history = new TestHistory(null);
        await File.WriteAllBytesAsync(history.Url["sqlite:".Length..], await MigratedFile.Value, TestContext.Current.CancellationToken);
        return history;
    }

    public static async Task<TestHistory> WithoutTablesAsync(Databases kind, PostgresServer server) =>
        new(kind == Databases.PostgreSql ? await server.NewDatabaseAsync() : null);

    public Migrations Migrations() => new(Database, NullLogger<Migrations>.Instance);

    public Task<HistorySnapshot> SnapshotAsync() => HistorySnapshot.TakeAsync(Database, TestContext.Current.CancellationToken);

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(sql, parameters);
    }

    public Task CountAsync(params Happened[] events) => CountAsync(new[] { events });

    /// <summary>Writes what happened as it is written: every event in all steps.</summary>
    public async Task CountAsync(params IEnumerable<Happened>[] events)
    {
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var rows = events.SelectMany(e => e).SelectMany(e => HistoryStep.All.Select(step => (e, step)))
            .GroupBy(x => (x.e.Kind, x.step, At: HistoryStep.Floor(x.e.Minute, x.step), x.e.Key, x.e.Currency));
        foreach (var ((kind, step, at, key, currency), row) in rows.Select(row => (row.Key, row)))
        {
            await connection.ExecuteAsync(
                "insert into history_counts values (@kind, @step, @at, @key, @currency, @events, @units, @millionths)",
                new
                {
                    kind,
                    step,
                    at,
                    key,
                    currency,
                    events = row.LongCount(),
                    units = row.Sum(x => HistoryAmount.Of(x.e.Amount).Units),
                    millionths = row.Sum(x => HistoryAmount.Of(x.e.Amount).Millionths),
                },
                transaction);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes who was there in a quarter of an hour.</summary>
    public async Task SeeAsync(string who, long minute, params IEnumerable<string> ids)
    {
        var sketch = new VisitorSketch();
        foreach (var id in ids) sketch.Add(Encoding.UTF8.GetBytes(id));
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = Database.Begin(connection);
        new SketchRows(transaction, Database.Dialect, TableSet.Live.Visitors)
            .Write(new Dictionary<(string, long), VisitorSketch> { [(who, HistoryStep.Floor(minute, HistoryStep.Quarter))] = sketch });
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The minute of a time with its offset.</summary>
    public static long Minute(string time) =>
        HistoryRange.MinuteOf(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));

    private static async Task<byte[]> NewMigratedFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("edm-history-");
        var file = Path.Combine(folder.FullName, "history.db");
        await MigrateAsync($"sqlite:{file}");
        var bytes = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return bytes;
    }

    /// <summary>Makes the tables, and leaves no connection open.</summary>
    private static async Task MigrateAsync(string url)
    {
        await using var database = DatabaseUrl.Read(url, Path.GetTempPath(), new SettingsMistakes());
        new Migrations(database, NullLogger<Migrations>.Instance).Run();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Something that happened in a minute.</summary>
internal sealed record Happened(string Kind, long Minute, string Key = "", string Currency = "", decimal Amount = 0);
