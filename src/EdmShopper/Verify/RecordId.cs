using System.Text.Json;

namespace EdmShopper.Verify;

/// <summary>Finds a record's event_id without taking the record apart: most records of a busy topic are somebody else's.</summary>
internal static class RecordId
{
    /// <returns>The id in UTF-8; null where the record has none, or is no JSON object.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("event_id"u8);
                reader.Read();
                if (isId) return reader.TokenType == JsonTokenType.String ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not a record of ours: it is counted among the others.
        }

        return null;
    }
}
