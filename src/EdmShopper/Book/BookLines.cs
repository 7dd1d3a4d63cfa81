using System.Text;
using System.Text.Json;

namespace EdmShopper.Book;

/// <summary>Reads the lines of a book: what a line is, its first key says.</summary>
internal static class BookLines
{
    /// <returns>One of the records of this folder; null for a line of a kind that is not known here.</returns>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    /// <exception cref="InvalidDataException">It is, and lacks something.</exception>
    public static object? Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        var kind = json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(m => m.Name).FirstOrDefault() : null;
        try
        {
            return kind switch
            {
                "book" => new BookHead(
                    json.GetProperty("seed").GetInt32(), json.GetProperty("rate").GetDouble(), json.GetProperty("seconds").GetDouble(),
                    json.GetProperty("shoppers").GetInt32(), json.GetProperty("started").GetInt64()),
                "plan" => Plan(json),
                "try" => new TryLine(
                    json.GetProperty("try").GetInt32(), json.GetProperty("at").GetInt64(),
                    [.. json.GetProperty("events").EnumerateArray().Select(id => id.GetString()!)]),
                "answer" => Answer(json),
                "end" => new EndLine(
                    json.GetProperty("end").GetInt64(), json.GetProperty("planned").GetInt32(), json.GetProperty("answered").GetInt32(),
                    json.GetProperty("rejected").GetInt32(), json.GetProperty("unconfirmed").GetInt32()),
                _ => null,
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"this is not a line '{kind}' of a book: {e.Message}", e);
        }
    }

    private static PlanLine Plan(JsonElement json) => new(
        json.GetProperty("plan").GetString()!,
        json.GetProperty("due").GetInt64(),
        Enum.Parse<PlanKind>(json.GetProperty("as").GetString()!, ignoreCase: true),
        Encoding.UTF8.GetBytes(json.GetProperty("event").GetRawText()),
        json.TryGetProperty("skew", out var skew) ? skew.GetInt64() : 0);

    private static AnswerLine Answer(JsonElement json) => new(
        json.GetProperty("answer").GetInt32(),
        json.GetProperty("at").GetInt64(),
        json.GetProperty("status").GetInt32(),
        json.TryGetProperty("rejected", out var rejected)
            ? [.. rejected.EnumerateArray().Select(r => new RejectedLine(r.GetProperty("event_id").GetString() ?? "", r.GetProperty("reason").GetString() ?? ""))]
            : [],
        !json.TryGetProperty("tried", out var tried) || tried.GetBoolean(),
        json.TryGetProperty("error", out var error) ? error.GetString() : null);
}
