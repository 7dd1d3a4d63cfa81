using System.Globalization;
using Count;
using EdmTesting;
using Npgsql;

namespace History;

/// <summary>What the charts of the history ask for thirty days of a shop with a thousand buttons and products, and how long each answer takes.</summary>
internal static class Questions
{
    private const int Days = 30, Keys = 1_000, AQuarter = 15, ADay = 1_440, DaysByMinute = 8, Viewers = 5;

    // A shop's day begins at another time than the tables' days do.
    private const string Zone = "Europe/Berlin";

    /// <param name="database">With tables, which it fills.</param>
    /// <param name="now">The end of the thirty days.</param>
    /// <returns>The rows.</returns>
    public static async Task<long> FillAsync(string database, DateTimeOffset now)
    {
        var today = now.ToUnixTimeSeconds() / 60 / ADay * ADay;
        await using var connection = new NpgsqlConnection(TableSums.KeyValues(new Uri(database)));
        await connection.OpenAsync();
        foreach (var (step, days) in ((int, int)[])[(ADay, Days + 1), (AQuarter, Days + 1), (1, DaysByMinute)])
        {
            foreach (var kind in (string[])["pageload", "click", "order"]) await InsertAsync(kind, step, days, keys: 1);
            foreach (var kind in (string[])["device", "source"]) await InsertAsync(kind, step, days, keys: 4);

            // In a single minute few of them are used.
            foreach (var kind in (string[])["button", "viewed", "added", "ordered"]) await InsertAsync(kind, step, days, keys: step == 1 ? 20 : Keys);
        }

        await InsertVisitorsAsync(connection, today);
        await using var analyze = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync();
        return await TableSums.RowsAsync(database);

        async Task InsertAsync(string kind, int step, int days, int keys)
        {
            var (key, currency) = (keys == 1 ? "''" : "'key-' || k", kind is "order" or "ordered" ? "USD" : "");
            await using var insert = new NpgsqlCommand(
                FormattableString.Invariant($"""
                insert into history_counts
                select '{kind}', {step}, {today + ADay} - s * {step}, {key}, '{currency}', 1 + (s * 7 + k) % 90, {(currency == "" ? "0" : "1 + (s + k) % 400")}, 0
                from generate_series(1, {days * ADay / step}) s, generate_series(1, {keys}) k
                """),
                connection)
            { CommandTimeout = 0 };
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>
    /// Asks each question as the first one of a connection of its own: once of a service that was just started, whose code is
    /// not compiled yet, and then as the next viewers ask it.
    /// </summary>
    public static async Task AskAsync(Uri service, DateTimeOffset now, TimeProvider time)
    {
        var (from, before, to) = (Day(now.AddDays(1 - Days)), Day(now.AddDays(1 - 2 * Days)), Day(now.AddDays(1)));
        Console.WriteLine($"{"first",11}{"median",11}{"slowest",11}");
        foreach (var question in (string[])[
            $"totals?from={from}&to={to}", $"totals?from={before}&to={from}",
            .. ((string[])["clicks", "revenue", "orders", "pageloads", "visitors"]).Select(metric => $"series?metric={metric}&by=day&from={from}&to={to}"),
            $"series?metric=clicks&by=hour&from={from}&to={to}", $"top?kind=button&limit=10&from={from}&to={to}", $"top?kind=product&sort=revenue&limit=10&currency=USD&from={from}&to={to}"])
        {
            var (first, bytes) = await TakeAsync(question);
            var again = new List<double>();
            for (var i = 0; i < Viewers; i++) again.Add((await TakeAsync(question)).Milliseconds);
            Console.WriteLine(FormattableString.Invariant($"{first,8:0} ms{again.Order().ElementAt(Viewers / 2),8:0} ms{again.Max(),8:0} ms{bytes,9:N0} bytes  {question}"));
        }

        async Task<(double Milliseconds, int Bytes)> TakeAsync(string question)
        {
            using var http = new HttpClient { BaseAddress = service };
            var start = time.GetTimestamp();
            using var answer = await http.GetAsync($"api/history/{question}&zone={Zone}");
            var bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            return (time.GetElapsedTime(start).TotalMilliseconds, bytes);
        }
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task InsertVisitorsAsync(NpgsqlConnection connection, long today)
    {
        var random = new Random(7);
        await using var writer = await connection.BeginBinaryImportAsync("copy history_visitors (who, step, at, sketch) from stdin (format binary)");
        foreach (var who in (string[])["visitor", "buyer"])
        {
            foreach (var step in (int[])[AQuarter, ADay])
            {
                for (var span = 1; span <= (Days + 1) * ADay / step; span++)
                {
                    var sketch = new byte[4_096];
                    for (var i = 0; i < sketch.Length; i++) sketch[i] = (byte)random.Next(4);
                    await writer.WriteRowAsync(CancellationToken.None, who, step, today + ADay - span * step, sketch);
                }
            }
        }

        await writer.CompleteAsync();
    }
}
