using System.Text.Json;

namespace EdmStream.Tests.Reference;

/// <summary>A record as it was written to the log.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its offset.</param>
/// <param name="Received">The Kafka record's timestamp: milliseconds since 1970.</param>
/// <param name="Value">What it holds, JSON or not.</param>
internal sealed record Written(string Topic, int Partition, long Offset, long Received, string Value)
{
    /// <summary>The record, when it is one.</summary>
    public JsonElement? Json { get; } = Parse(Value) is { } json && (Topic != "edm-ui-commerce" || json.TryGetProperty("type", out _)) ? json : null;

    public string Type => Json!.Value.TryGetProperty("type", out var type) ? type.GetString()! : Topic == "edm-ui-click" ? "click" : "pageload";

    public string Visitor => Field("uuid");

    public string Id => Field("event_id");

    public bool IsBot => Field("bot").Length > 0;

    public long Time => Math.Min(Json!.Value.GetProperty("event_timestamp").GetInt64(), Received);

    public long Bucket => Time / 5_000;

    /// <summary>A text or a number among the properties; empty when there is none.</summary>
    public string Text(string name) => Json!.Value.TryGetProperty("properties", out var properties) ? Text(properties, name) : "";

    public IEnumerable<JsonElement> Lines =>
        Json!.Value.TryGetProperty("properties", out var properties) && properties.EnumerateObject().FirstOrDefault(p => p.Name == "products" && p.Value.ValueKind == JsonValueKind.Array) is { Name: not null } found
            ? found.Value.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.Object && Text(line, "product_id").Length > 0)
            : [];

    public static string Text(JsonElement json, string name) =>
        json.EnumerateObject().Where(p => p.Name == name).Select(p => p.Value.ValueKind switch
        {
            JsonValueKind.String => Whole(p.Value),
            JsonValueKind.Number => p.Value.GetRawText(),
            _ => "",
        }).FirstOrDefault(text => text.Length > 0, "");

    /// <summary>The text, unless it holds half of a letter.</summary>
    private static string Whole(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private string Field(string name) => Json!.Value.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static bool IsFit(JsonProperty field) => field.Name switch
    {
        "type" => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.All(c => char.IsAsciiLetterLower(c) || c == '_'),
        "event_id" or "uuid" or "bot" => field.Value.ValueKind == JsonValueKind.String,
        "properties" => field.Value.ValueKind == JsonValueKind.Object,
        _ => true,
    };

    private static JsonElement? Parse(string value)
    {
        try
        {
            return JsonDocument.Parse(value).RootElement is { ValueKind: JsonValueKind.Object } json && json.EnumerateObject().All(IsFit) ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
