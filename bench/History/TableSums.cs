using System.Data.Common;
using Count;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace History;

/// <summary>The sums that history must hold of the records written, and those that the tables do hold. A line each.</summary>
internal static class TableSums
{
    private static readonly int[] Steps = [1, 15, 1440];

    /// <summary>Each record that is neither a repeat, a crawler's nor unreadable counts, late ones too.</summary>
    public static IReadOnlyList<string> Expected(IReadOnlyList<WrittenRecord> written)
    {
        var counted = JudgedRecord.Judge(written).Where(j => j.Verdict is "shown" or "late").Select(j => j.Record).ToList();
        (string Kind, string Currency, long Events, decimal Amount)[] sums =
        [
            .. counted.Select(r => Kind(r.Type)).OfType<string>().CountBy(k => k).Select(k => (k.Key, "", (long)k.Value, 0m)),
            .. counted.Where(r => r.Button is not null).CountBy(_ => "button").Select(k => (k.Key, "", (long)k.Value, 0m)),
            .. counted.Where(r => r.Order is not null).GroupBy(r => r.Currency).Select(c => ("order", c.Key, (long)c.Count(), c.Sum(r => r.Order!.Total))),
        ];
        return [.. sums.SelectMany(s => Steps, (s, step) => Line(s.Kind, step, s.Currency, s.Events, s.Amount)).Order(StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<string>> HeldAsync(string database)
    {
        await using var connection = Connection(database);
        var rows = await connection.QueryAsync<(string Kind, long Step, string Currency, decimal Events, decimal Units, decimal Millionths)>(
            """
            select kind, step, currency, sum(events), sum(units), sum(millionths) from history_counts
            where kind in ('pageload', 'click', 'button', 'viewed', 'added', 'order') group by kind, step, currency
            """);
        return [.. rows.Select(r => Line(r.Kind, r.Step, r.Currency, (long)r.Events, r.Units + r.Millionths / 1_000_000)).Order(StringComparer.Ordinal)];
    }

    public static async Task<long> RowsAsync(string database)
    {
        await using var connection = Connection(database);
        return await connection.ExecuteScalarAsync<long>("select count(*) from history_counts");
    }

    /// <summary>Every row of the counts, amounts as one number, in an order of its own.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(string database)
    {
        await using var connection = Connection(database);
        var rows = await connection.QueryAsync<(string Kind, long Step, long At, string Key, string Currency, decimal Events, decimal Units, decimal Millionths)>(
            "select kind, step, at, key, currency, events, units, millionths from history_counts");
        return [.. rows.Select(r => FormattableString.Invariant($"{r.Kind} {r.Step} {r.At} {r.Key} {r.Currency} {r.Events} {r.Units + r.Millionths / 1_000_000:0.######}")).Order(StringComparer.Ordinal)];
    }

    private static DbConnection Connection(string database) => database.StartsWith("sqlite:", StringComparison.Ordinal)
        ? new SqliteConnection($"Data Source={database["sqlite:".Length..]}")
        : new NpgsqlConnection(KeyValues(new Uri(database)));

    /// <summary>The URL of a database in Npgsql's words.</summary>
    public static string KeyValues(Uri url) =>
        $"Host={Uri.UnescapeDataString(url.Query["?host=".Length..])};Username={url.UserInfo};Database={url.AbsolutePath[1..]}";

    private static string? Kind(string type) => type switch
    {
        "pageload" or "click" => type,
        "product_viewed" => "viewed",
        "product_added" => "added",
        _ => null,
    };

    private static string Line(string kind, long step, string currency, long events, decimal amount) =>
        FormattableString.Invariant($"{kind} by {step} min {currency}: {events}, {amount:0.00}");
}
