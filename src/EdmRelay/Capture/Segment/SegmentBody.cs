using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace EdmRelay.Capture.Segment;

/// <summary>Finds the messages in a body of Segment's API: one for a call of its own, those of <c>batch</c> for a batch.</summary>
internal static class SegmentBody
{
    /// <summary>Reads the bodies of one call, such as <c>track</c>; of a batch where it is null.</summary>
    public static Reception.ReadBody Of(string? call) => (body, intake, mostEvents) => Read(body, intake, mostEvents, call);

    private static string? Read(ReadOnlySpan<byte> body, Intake intake, int mostEvents, string? call)
    {
        if (!Utf8.IsValid(body)) return "It is not UTF-8";
        try
        {
            var reader = new Utf8JsonReader(body, JsonBody.AnyDepth);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return "It is not an object";
            var message = reader;
            var (batch, sent, wrong) = ReadMembers(ref reader, body, intake, isBatch: call is null);
            if (wrong is not null) return wrong;
            reader.Read();
            if (call is not null)
            {
                intake.Take(ref message, body, (json, ours) => SegmentTranslator.Translate(json, call, sent, ours));
                return null;
            }

            if (batch < 0) return "It has no batch";
            var messages = new Utf8JsonReader(body[batch..], JsonBody.AnyDepth);
            messages.Read();
            while (messages.Read() && messages.TokenType != JsonTokenType.EndArray && intake.Events <= mostEvents)
                intake.Take(ref messages, body[batch..], (json, ours) => SegmentTranslator.Translate(json, call: null, sent, ours));
            return null;
        }
        catch (JsonException e)
        {
            return JsonBody.InWords(e);
        }
    }

    /// <summary>Reads what a body says beside its messages.</summary>
    /// <returns>Where the array of the batch begins, -1 where there is none; when it was sent; what is wrong.</returns>
    private static (int Batch, long? Sent, string? Wrong) ReadMembers(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Intake intake, bool isBatch)
    {
        var batch = -1;
        long? sent = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            var isText = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped;
            if (isBatch && name.SequenceEqual("batch"u8))
            {
                if (reader.TokenType != JsonTokenType.StartArray) return (-1, null, "batch is not an array");
                if (batch >= 0) return (-1, null, "batch is there twice");
                batch = (int)reader.TokenStartIndex;
            }
            else if (name.SequenceEqual("writeKey"u8) && isText)
            {
                intake.WriteKey = Encoding.UTF8.GetString(reader.ValueSpan);
            }
            else if (name.SequenceEqual("sentAt"u8) && isText)
            {
                sent = SegmentMessage.TimeOf(Encoding.UTF8.GetString(reader.ValueSpan));
            }
            else if (name.SequenceEqual("sentAt"u8) && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var milliseconds))
            {
                sent = SegmentMessage.Within(milliseconds);
            }

            reader.Skip();
        }

        return (batch, sent, null);
    }
}
