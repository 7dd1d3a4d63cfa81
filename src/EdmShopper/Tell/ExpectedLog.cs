using System.Text.Json;
using EdmShopper.Book;

namespace EdmShopper.Tell;

/// <summary>The log as it must be by the book: a record for each confirmed try of each event, in the log's order for each visitor.</summary>
internal static class ExpectedLog
{
    private const long RelayLeavesAlone = 5 * 60_000, Lateness = 60 * 60_000, DedupeHorizon = 66 * 60_000;

    public static List<LogEntry> Of(ShopperBook book)
    {
        // A visitor's tries are never on their way at the same time: their numbers are the order of the log.
        var events = book.Events.ToDictionary(e => e.Plan.Id);
        var entries =
            from tried in book.Tries.OrderBy(t => t.Number)
            where tried.Answer is { Confirms: true }
            from id in tried.Events
            where events.ContainsKey(id) && events[id].Confirmations.Contains(tried)
            select Entry(events[id], tried);
        return Judge([.. entries]);
    }

    private static LogEntry Entry(BookedEvent booked, TryLine tried)
    {
        var json = JsonDocument.Parse(booked.Plan.Event).RootElement;
        var isFirst = booked.Confirmations.First() == tried;

        // A try without an answer may have been the one that was written.
        var earliest = isFirst ? booked.Tries.First(t => t.LeavesOpen || t == tried) : tried;
        var (received, latest) = (earliest.At, tried.Answer!.At);
        var skew = Math.Abs(booked.Plan.Skew) > RelayLeavesAlone ? booked.Plan.Skew : 0;
        var time = json.TryGetProperty("event_timestamp", out var stamp) ? stamp.GetInt64() - skew : received;
        return new LogEntry(
            booked.Plan.Id,
            json.GetProperty("type").GetString()!,
            json.TryGetProperty("uuid", out var visitor) ? visitor.GetString()! : "",
            Math.Min(time, received),
            Math.Min(time + (skew == 0 ? 0 : latest - received), latest),
            received,
            latest,
            booked.Plan.As == PlanKind.Bot,
            json.TryGetProperty("properties", out var properties) ? properties : default);
    }

    private static List<LogEntry> Judge(List<LogEntry> entries)
    {
        var sameId = entries.Index().ToLookup(e => e.Item.Id);
        var sameOrder = entries.Index().Where(e => OrderOf(e.Item) is not null).ToLookup(e => OrderOf(e.Item)!);
        return [.. entries.Select((entry, at) => entry with
        {
            Verdict =
                Repeats(sameId[entry.Id], at) || (OrderOf(entry) is { } order && Repeats(sameOrder[order], at)) ? Verdict.Duplicate :
                entry.IsBot ? Verdict.Bot :
                IsLate(entry.Received, entry.Time) ? Verdict.Late :
                Verdict.Shown,
        })];

        bool Repeats(IEnumerable<(int Index, LogEntry Item)> alike, int at) =>
            alike.Any(e => e.Index < at && e.Item.Received >= entries[at].Received - DedupeHorizon);
    }

    /// <summary>Whether an event that happened then is late when it is received then.</summary>
    public static bool IsLate(long received, long time) => received - time > Lateness;

    private static string? OrderOf(LogEntry entry) => entry.Type == "order_completed" ? entry.Text("order_id") : null;
}
