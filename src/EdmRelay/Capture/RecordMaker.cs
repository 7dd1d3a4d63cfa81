using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmRelay.Publish;

namespace EdmRelay.Capture;

/// <summary>
/// Makes the record of an event: the event's own bytes, unknown fields included, between what the relay adds. Fields
/// that are the relay's to write are taken out where a sender wrote them.
/// </summary>
internal static class RecordMaker
{
    private const FieldNames Relays =
        FieldNames.Topic | FieldNames.Bot | FieldNames.ReceivedTimestamp | FieldNames.ClientTimestamp | FieldNames.SentTimestamp;

    /// <param name="json">The event, an object that <see cref="EventCheck"/> accepted.</param>
    /// <param name="fields">What was read of it.</param>
    /// <param name="now">The receive time.</param>
    public static OutgoingRecord Make(ReadOnlySpan<byte> json, scoped in RecordFields fields, DateTimeOffset now)
    {
        var received = now.ToUnixTimeMilliseconds();
        var topic = Topics.OfType(fields.Type);
        var id = IdFor(json, fields, now);
        var ownTime = fields.EventTimestamp <= received;

        var written = Relays | (id is null ? 0 : FieldNames.EventId) | (ownTime ? 0 : FieldNames.EventTimestamp);
        var record = new ArrayBufferWriter<byte>(json.Length + 160);
        Write(record, "{\"topic\":\""u8, topic);
        if (id is not null) Write(record, "\",\"event_id\":\""u8, id);
        record.Write("\","u8);
        if ((fields.Named & written) == 0) record.Write(Members(json));
        else WriteMembers(record, json, without: written);
        if (!ownTime) Write(record, ",\"event_timestamp\":"u8, received);
        Write(record, ",\"received_timestamp\":"u8, received);
        record.Write("}"u8);
        return new OutgoingRecord(topic, KeyOf(fields, id), record.WrittenSpan.ToArray(), received);
    }

    /// <summary>Makes the record of a 2018 request: its own bytes first, then what it lacks.</summary>
    public static OutgoingRecord MakeLegacy(ReadOnlySpan<byte> json, string topic, scoped in RecordFields fields, DateTimeOffset now)
    {
        var received = now.ToUnixTimeMilliseconds();
        var id = IdFor(json, fields, now);
        var record = new ArrayBufferWriter<byte>(json.Length + 160);
        record.Write(json[..json.LastIndexOf((byte)'}')]);
        if (id is not null)
        {
            Write(record, ",\"event_id\":\""u8, id);
            record.Write("\""u8);
        }

        if (fields.Type.IsEmpty)
        {
            Write(record, ",\"type\":\""u8, Topics.TypeOf(topic)!);
            record.Write("\""u8);
        }

        if (fields.EventTimestamp is null) Write(record, ",\"event_timestamp\":"u8, received);
        Write(record, ",\"received_timestamp\":"u8, received);
        record.Write("}"u8);
        return new OutgoingRecord(topic, KeyOf(fields, id), record.WrittenSpan.ToArray(), received);
    }

    /// <summary>The id that the relay has to add: made of the bytes where they hold a time, since two events are then not alike by chance.</summary>
    private static string? IdFor(ReadOnlySpan<byte> json, scoped in RecordFields fields, DateTimeOffset now) =>
        !fields.EventId.IsEmpty ? null :
        fields.EventTimestamp is not null ? EventIds.Of(json) :
        EventIds.New(now);

    private static byte[] KeyOf(scoped in RecordFields fields, string? id) =>
        !fields.Visitor.IsEmpty ? fields.Visitor.ToArray() :
        id is not null ? Encoding.ASCII.GetBytes(id) :
        fields.EventId.ToArray();

    private static ReadOnlySpan<byte> Members(ReadOnlySpan<byte> json) => json[(json.IndexOf((byte)'{') + 1)..json.LastIndexOf((byte)'}')];

    private static void WriteMembers(ArrayBufferWriter<byte> record, ReadOnlySpan<byte> json, FieldNames without)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var first = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = RecordFields.NameOf(ref reader);
            reader.Read();
            reader.Skip();
            if ((name & without) != 0) continue;
            if (!first) record.Write(","u8);
            first = false;
            record.Write(json[start..(int)reader.BytesConsumed]);
        }
    }

    private static void Write(ArrayBufferWriter<byte> record, ReadOnlySpan<byte> name, string value)
    {
        record.Write(name);
        record.Advance(Encoding.UTF8.GetBytes(value, record.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    private static void Write(ArrayBufferWriter<byte> record, ReadOnlySpan<byte> name, long value)
    {
        record.Write(name);
        Utf8Formatter.TryFormat(value, record.GetSpan(20), out var length);
        record.Advance(length);
    }
}
