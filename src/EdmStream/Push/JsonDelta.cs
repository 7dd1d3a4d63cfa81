using System.Globalization;
using System.Text.Json;

namespace EdmStream.Push;

/// <summary>
/// What changed from one JSON value to another, as small as it can be said; <c>dashboard/live/delta.js</c> puts it together
/// again. Of an object: its members that changed, or <c>{"=":object}</c> where one is gone or there was
/// an array. Of an array of objects that kept
/// its length: <c>{"#":{place:change}}</c>. Of an array of numbers: <c>{"~":[shift, kept, …values]}</c>, which is so many of
/// the old ones, from the shift on, and the values behind them. Anything else stands as it is now.
/// </summary>
internal static class JsonDelta
{
    /// <summary>Writes the change of a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="before">The value as it is known.</param>
    /// <param name="after">The value as it is now.</param>
    /// <param name="shift">By how many places the arrays of numbers have moved to the left; not negative.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement before, JsonElement after, int shift)
    {
        if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Object) WriteWhole(writer, after);
        else if (before.ValueKind != after.ValueKind) after.WriteTo(writer);
        else if (after.ValueKind == JsonValueKind.Object && HasLost(before, after)) WriteWhole(writer, after);
        else if (after.ValueKind == JsonValueKind.Object) WriteObject(writer, before, after, shift);
        else if (after.ValueKind != JsonValueKind.Array) after.WriteTo(writer);
        else if (IsAll(before, IsNumber) && IsAll(after, IsNumber)) WriteNumbers(writer, before, after, shift);
        else if (before.GetArrayLength() == after.GetArrayLength() && IsAll(before, IsObject) && IsAll(after, IsObject)) WriteObjects(writer, before, after, shift);
        else after.WriteTo(writer);
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement before, JsonElement after, int shift)
    {
        writer.WriteStartObject();
        foreach (var member in after.EnumerateObject())
        {
            var isKnown = before.TryGetProperty(member.Name, out var known);
            if (isKnown && JsonElement.DeepEquals(known, member.Value)) continue;
            writer.WritePropertyName(member.Name);
            Write(writer, known, member.Value, shift);
        }

        writer.WriteEndObject();
    }

    private static void WriteWhole(Utf8JsonWriter writer, JsonElement after)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("=");
        after.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteObjects(Utf8JsonWriter writer, JsonElement before, JsonElement after, int shift)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("#");
        for (var place = 0; place < after.GetArrayLength(); place++)
        {
            if (JsonElement.DeepEquals(before[place], after[place])) continue;
            writer.WritePropertyName(place.ToString(CultureInfo.InvariantCulture));
            Write(writer, before[place], after[place], shift);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, JsonElement before, JsonElement after, int shift)
    {
        var length = after.GetArrayLength();
        var kept = 0;
        while (kept < length && kept + shift < before.GetArrayLength() && JsonElement.DeepEquals(before[kept + shift], after[kept])) kept++;
        writer.WriteStartObject();
        writer.WriteStartArray("~");
        writer.WriteNumberValue(shift);
        writer.WriteNumberValue(kept);
        for (var place = kept; place < length; place++) after[place].WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool HasLost(JsonElement before, JsonElement after) => before.EnumerateObject().Any(member => !after.TryGetProperty(member.Name, out _));

    private static bool IsAll(JsonElement array, Func<JsonElement, bool> what) => array.EnumerateArray().All(what);

    private static bool IsObject(JsonElement item) => item.ValueKind == JsonValueKind.Object;

    private static bool IsNumber(JsonElement item) => item.ValueKind is JsonValueKind.Number or JsonValueKind.Null;
}
