using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdmStats.Tests.Expected;

/// <summary>One record that could be read, as the expectations read it.</summary>
internal sealed record ReadEvent(LogEntry Entry, string Type, string? Id, string? Visitor, long Time, bool IsBot, JsonElement Properties)
{
    public string? Order => Type == "order_completed" ? Text("order_id") : null;

    public string? Text(string property) => TextOf(Properties, property);

    public static string? TextOf(JsonElement json, string name) =>
        json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var found) ? null :
        found.ValueKind switch { JsonValueKind.String => found.GetString(), JsonValueKind.Number => found.GetRawText(), _ => null };
}

/// <summary>
/// What becomes of each record of a log, worked out by the definitions in the plainest way, with nothing of the code that is
/// tested: also the JSON is read another way.
/// </summary>
internal static partial class ExpectedVerdicts
{
    private const long Horizon = 66 * 60_000;

    /// <returns>What counts, and what cannot be read.</returns>
    public static (List<ReadEvent> Counted, List<LogEntry> Rejected) Of(IEnumerable<LogEntry> log)
    {
        var (counted, rejected) = (new List<ReadEvent>(), new List<LogEntry>());
        foreach (var partition in log.GroupBy(e => (e.Topic, e.Partition)))
        {
            var (ids, orders) = (new Dictionary<string, List<long>>(), new Dictionary<string, List<long>>());
            foreach (var entry in partition.OrderBy(e => e.Offset))
            {
                if (Read(entry) is not { } read)
                {
                    rejected.Add(entry);
                    continue;
                }

                var repeats = Repeats(ids, read.Id, entry.Time) | Repeats(orders, read.Order, entry.Time);
                if (!repeats && !read.IsBot) counted.Add(read);
            }
        }

        return (counted, rejected);
    }

    private static bool Repeats(Dictionary<string, List<long>> seen, string? id, long time)
    {
        if (string.IsNullOrEmpty(id)) return false;
        if (!seen.TryGetValue(id, out var times)) seen[id] = times = [];
        var repeats = times.Any(t => t >= time - Horizon);
        times.Add(time);
        return repeats;
    }

    private static ReadEvent? Read(LogEntry entry)
    {
        try
        {
            var json = JsonDocument.Parse(entry.Value ?? []).RootElement;
            if (json.ValueKind != JsonValueKind.Object) return null;
            var type = json.TryGetProperty("type", out var said) ? said.GetString() : entry.Topic == "edm-ui-commerce" ? null : entry.Topic[7..];
            if (type is null || !Name().IsMatch(type) || !json.TryGetProperty("event_timestamp", out var time) || time.ValueKind != JsonValueKind.Number) return null;
            return new ReadEvent(
                entry, type, ReadEvent.TextOf(json, "event_id"), ReadEvent.TextOf(json, "uuid"), Math.Min(time.GetInt64(), entry.Time),
                json.TryGetProperty("bot", out _), json.TryGetProperty("properties", out var properties) ? properties : default);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z0-9_]{1,64}$")]
    private static partial Regex Name();
}
