using System.Text.Json;
using System.Text.Unicode;

namespace EdmRelay.Capture;

/// <summary>Finds the events in a body and hands them to the intake, one after the other: the shapes that <c>POST /events</c> takes.</summary>
internal static class JsonBody
{
    /// <summary>An event's own limit is looked at event by event: one that is nested too deeply must not sink its batch.</summary>
    public static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Reads one event, an array of events, or an envelope around one.</summary>
    /// <returns>What is wrong with the body as a whole; null when nothing is.</returns>
    public static string? Read(ReadOnlySpan<byte> body, Intake intake, int mostEvents)
    {
        if (!Utf8.IsValid(body)) return "It is not UTF-8";
        try
        {
            var reader = new Utf8JsonReader(body, AnyDepth);
            reader.Read();
            var wrong = reader.TokenType switch
            {
                JsonTokenType.StartArray => ReadArray(ref reader, body, intake, mostEvents),
                JsonTokenType.StartObject when Envelope.IsOne(body) => Envelope.Read(ref reader, body, intake, mostEvents),
                JsonTokenType.StartObject => ReadOne(ref reader, body, intake),
                _ => "It is neither an object nor an array",
            };
            if (wrong is null && intake.Events <= mostEvents) reader.Read();
            return wrong;
        }
        catch (JsonException e)
        {
            return InWords(e);
        }
    }

    /// <summary>Reads one event a line; empty lines are passed over, and a broken one sinks no other.</summary>
    public static string? ReadLines(ReadOnlySpan<byte> body, Intake intake, int mostEvents)
    {
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range].Trim(" \t\r"u8);
            if (!line.IsEmpty && intake.Events <= mostEvents) intake.TakeWhole(line);
        }

        return intake.Events == 0 ? "It is empty" : null;
    }

    /// <summary>Reads the record of a 2018 request.</summary>
    public static string? ReadLegacy(ReadOnlySpan<byte> body, Intake intake, int mostEvents)
    {
        if (!Utf8.IsValid(body)) return "It is not UTF-8";
        try
        {
            var reader = new Utf8JsonReader(body, AnyDepth);
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return "It is neither an object nor an array";
            intake.TakeLegacy(ref reader, body);
            reader.Read();
            return null;
        }
        catch (JsonException e)
        {
            return InWords(e);
        }
    }

    /// <summary>Reads the array that the reader stands on, to its end, or until there are too many events.</summary>
    public static string? ReadArray(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Intake intake, int mostEvents)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && intake.Events <= mostEvents) intake.Take(ref reader, body);
        return null;
    }

    private static string? ReadOne(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Intake intake)
    {
        intake.Take(ref reader, body);
        return null;
    }

    /// <summary>Where a body breaks, for a person.</summary>
    public static string InWords(JsonException e) => $"It ends or breaks at line {e.LineNumber + 1}, byte {e.BytePositionInLine}";
}
