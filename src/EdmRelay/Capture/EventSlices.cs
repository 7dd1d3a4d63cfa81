using System.Text.Json;
using System.Text.Unicode;

namespace EdmRelay.Capture;

/// <summary>Finds the events in a body: where each one's JSON begins and ends.</summary>
internal static class EventSlices
{
    // A record's own limit is looked at event by event: one that is nested too deeply must not sink its batch.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <param name="body">The whole body.</param>
    /// <param name="slices">One for an object; one for each element of an array.</param>
    /// <returns>What is wrong with the body as a whole; null when nothing is.</returns>
    public static string? Find(ReadOnlySpan<byte> body, out List<Range> slices)
    {
        slices = [];
        if (!Utf8.IsValid(body)) return "It is not UTF-8";
        try
        {
            var reader = new Utf8JsonReader(body, AnyDepth);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    slices.Add(Slice(ref reader));
                    break;
                case JsonTokenType.StartArray:
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) slices.Add(Slice(ref reader));
                    break;
                default:
                    return "It is neither an object nor an array";
            }

            while (reader.Read()) { }
            return null;
        }
        catch (JsonException e)
        {
            return $"It ends or breaks at line {e.LineNumber + 1}, byte {e.BytePositionInLine}";
        }
    }

    private static Range Slice(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
