using System.Globalization;
using System.Text;
using Dapper;
using EdmHosting;
using EdmStats.Query;
using EdmStats.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdmStats.Tests;

/// <summary>A history of a test's own, with its tables, in the database that the test is about; tests write its rows themselves.</summary>
internal sealed class TestHistory : IAsyncDisposable
{
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
        var history = await WithoutTablesAsync(kind, server);
        history.Migrations().Run();
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

    /// <summary>Writes what happened as it is written: every event in all steps.</summary>
    public async Task CountAsync(params IEnumerable<Happened> events)
    {
        var rows = events.SelectMany(e => HistoryStep.All.Select(step => (e, step)))
            .GroupBy(x => (x.e.Kind, x.step, At: HistoryStep.Floor(x.e.Minute, x.step), x.e.Key, x.e.Currency))
            .Select(g => new
            {
                g.Key.Kind,
                Step = g.Key.step,
                g.Key.At,
                g.Key.Key,
                g.Key.Currency,
                Events = (long)g.Count(),
                Units = g.Sum(x => HistoryAmount.Of(x.e.Amount).Units),
                Millionths = g.Sum(x => HistoryAmount.Of(x.e.Amount).Millionths),
            }).ToList();
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(
            "insert into history_counts values (@Kind, @Step, @At, @Key, @Currency, @Events, @Units, @Millionths)", rows, transaction);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes who was there in a quarter of an hour.</summary>
    public Task SeeAsync(string who, long minute, params IEnumerable<string> ids)
    {
        var sketch = new VisitorSketch();
        foreach (var id in ids) sketch.Add(Encoding.UTF8.GetBytes(id));
        return ExecuteAsync(
            "insert into history_visitors values (@who, @at, @sketch)",
            new { who, at = HistoryStep.Floor(minute, HistoryStep.Quarter), sketch = sketch.ToBytes() });
    }

    /// <summary>The minute of a time with its offset.</summary>
    public static long Minute(string time) =>
        HistoryRange.MinuteOf(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Something that happened in a minute.</summary>
internal sealed record Happened(string Kind, long Minute, string Key = "", string Currency = "", decimal Amount = 0);
