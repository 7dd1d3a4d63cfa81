using System.Text;
using System.Text.Json;
using EdmContracts;

namespace EdmRelay.Capture;

/// <summary>
/// The tracker's envelope, <c>{"sent_timestamp":…,"write_key":"…","events":[…]}</c>: what a beacon says instead of headers,
/// which it cannot set.
/// </summary>
internal static class Envelope
{
    /// <summary>Whether an object is an envelope and not an event: it comes to its events before it comes to a type.</summary>
    /// <exception cref="JsonException">The body breaks before that.</exception>
    public static bool IsOne(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, JsonBody.AnyDepth);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual("type"u8)) return false;
            if (reader.ValueSpan.SequenceEqual("events"u8)) return true;
            reader.Read();
            reader.Skip();
        }

        return false;
    }

    /// <summary>Reads the envelope that the reader stands on.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    /// <exception cref="JsonException">The body breaks in the middle.</exception>
    public static string? Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Intake intake, int mostEvents)
    {
        var events = default(Utf8JsonReader);
        var seen = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual("sent_timestamp"u8))
            {
                reader.Read();
                if (RecordFields.TryTime(ref reader, out var sent) is { } wrong) return $"sent_timestamp {wrong}";
                intake.SentTimestamp = sent;
            }
            else if (reader.ValueSpan.SequenceEqual("write_key"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.String) return "write_key is not a text";
                intake.WriteKey = Encoding.UTF8.GetString(reader.ValueSpan);
            }
            else if (reader.ValueSpan.SequenceEqual("events"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray) return "events is not an array";
                if (seen) return "events is there twice";
                seen = true;
                events = reader;
            }
            else
            {
                reader.Read();
            }

            reader.Skip();
        }

        // Afterwards, since what stands behind the events is said of them too.
        return JsonBody.ReadArray(ref events, body, intake, mostEvents);
    }
}
