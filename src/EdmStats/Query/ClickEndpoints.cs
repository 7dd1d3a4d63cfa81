using System.Globalization;
using System.Text.Json.Serialization;
using EdmStats.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStats.Query;

/// <summary>
/// <c>GET /api/clickCount</c> and <c>GET /api/clickHistory</c>, as they were in 2018: all of history, numbers as texts.
/// </summary>
internal static class ClickEndpoints
{
    public static async Task<Ok<IReadOnlyList<ClickCount>>> CountAsync(HistoryDatabase database, CancellationToken cancellationToken)
    {
        await using var history = await HistorySnapshot.TakeAsync(database, cancellationToken);
        var rows = await history.ListAsync<CountRow>($"{CountSums.By("key", [Everything], HistoryKind.Button)} order by events desc, key");
        return TypedResults.Ok<IReadOnlyList<ClickCount>>([.. rows.Select(row => new ClickCount(row.Key, Text(row.Events)))]);
    }

    public static async Task<Ok<IReadOnlyList<ClickDay>>> HistoryAsync(HistoryDatabase database, CancellationToken cancellationToken)
    {
        await using var history = await HistorySnapshot.TakeAsync(database, cancellationToken);
        var rows = await history.ListAsync<CountRow>($"{CountSums.By("at", [Everything], HistoryKind.Click)} order by at");
        return TypedResults.Ok<IReadOnlyList<ClickDay>>([.. rows.Select(row => new ClickDay(Day(row.At), Text(row.Events)))]);
    }

    private static StepPiece Everything => new(HistoryStep.Day, long.MinValue, long.MaxValue);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(long minute) =>
        DateTimeOffset.UnixEpoch.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>How often a button was clicked.</summary>
internal sealed record ClickCount([property: JsonPropertyName("button_id")] string ButtonId, string Sum);

/// <summary>How often anything was clicked on a day of UTC.</summary>
internal sealed record ClickDay([property: JsonPropertyName("Day")] string Day, string Clicks);
