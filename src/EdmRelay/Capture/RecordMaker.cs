using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmKafka;

namespace EdmRelay.Capture;

/// <summary>
/// Writes the record of an event into a batch: the event's own bytes, unknown fields included, between what the relay
/// adds. Fields that are the relay's to write are taken out where a sender wrote them.
/// </summary>
internal static class RecordMaker
{
    private const FieldNames Relays =
        FieldNames.Topic | FieldNames.Bot | FieldNames.ReceivedTimestamp | FieldNames.ClientTimestamp | FieldNames.SentTimestamp;

    /// <param name="batch">Its time is the receive time.</param>
    /// <param name="captured">An event that <see cref="EventCheck"/> accepted.</param>
    /// <param name="sent">When it was sent, by the sender's clock; null when that is not known.</param>
    /// <param name="bot">The crawler's name; null for people.</param>
    public static void Make(RecordBatch batch, scoped in CapturedEvent captured, long? sent, string? bot)
    {
        var fields = captured.Fields;
        var received = batch.Time;
        var topic = Topics.OfType(fields.Type);
        var time = ClockCorrection.Correct(fields.EventTimestamp ?? received, sent, received);
        var ownTime = fields.EventTimestamp == time;
        var id = WriteKey(batch, captured);

        var written = Relays | (id is null ? 0 : FieldNames.EventId) | (ownTime ? 0 : FieldNames.EventTimestamp);
        Write(batch, "{\"topic\":\""u8, topic);
        if (id is not null) Write(batch, "\",\"event_id\":\""u8, id);
        batch.Write("\","u8);
        if ((fields.Named & written) == 0) batch.Write(Members(captured.Json));
        else WriteMembers(batch, captured.Json, without: written);
        if (!ownTime) Write(batch, ",\"event_timestamp\":"u8, time);
        if (fields.EventTimestamp is { } clients && ClockCorrection.IsWrong(sent, received)) Write(batch, ",\"client_timestamp\":"u8, clients);
        Finish(batch, topic, bot);
    }

    /// <summary>Writes the record of a 2018 request: its own bytes first, then what it lacks.</summary>
    public static void MakeLegacy(RecordBatch batch, scoped in CapturedEvent captured, string? bot)
    {
        var json = captured.Json;
        var fields = captured.Fields;
        var topic = EventCheck.LegacyTopic(fields);
        var id = WriteKey(batch, captured);
        batch.Write(json[..json.LastIndexOf((byte)'}')]);
        if (id is not null) WriteText(batch, ",\"event_id\":\""u8, id);
        if (fields.Type.IsEmpty) WriteText(batch, ",\"type\":\""u8, Topics.TypeOf(topic)!);
        if (fields.EventTimestamp is null) Write(batch, ",\"event_timestamp\":"u8, batch.Time);
        Finish(batch, topic, bot);
    }

    private static void Finish(RecordBatch batch, string topic, string? bot)
    {
        Write(batch, ",\"received_timestamp\":"u8, batch.Time);
        if (bot is not null) WriteText(batch, ",\"bot\":\""u8, bot);
        batch.Write("}"u8);
        batch.EndRecord(topic);
    }

    /// <summary>Writes the record's key: the visitor's id, else the event's.</summary>
    /// <returns>The event id that the relay has to add; null where the event has one.</returns>
    private static string? WriteKey(RecordBatch batch, scoped in CapturedEvent captured)
    {
        var fields = captured.Fields;

        // Made of the bytes where they hold a time, since two events are then not alike by chance.
        var id = !fields.EventId.IsEmpty ? null :
            fields.EventTimestamp is not null ? EventIds.Of(captured.Json) :
            EventIds.New(DateTimeOffset.FromUnixTimeMilliseconds(batch.Time));
        if (!fields.Visitor.IsEmpty) batch.Write(fields.Visitor);
        else if (id is not null) Write(batch, default, id);
        else batch.Write(fields.EventId);
        batch.EndKey();
        return id;
    }

    private static ReadOnlySpan<byte> Members(ReadOnlySpan<byte> json) => json[(json.IndexOf((byte)'{') + 1)..json.LastIndexOf((byte)'}')];

    private static void WriteMembers(RecordBatch batch, ReadOnlySpan<byte> json, FieldNames without)
    {
        var reader = new Utf8JsonReader(json, JsonBody.AnyDepth);
        reader.Read();
        var first = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = FieldNamesInJson.Of(ref reader);
            reader.Read();
            reader.Skip();
            if ((name & without) != 0) continue;
            if (!first) batch.Write(","u8);
            first = false;
            batch.Write(json[start..(int)reader.BytesConsumed]);
        }
    }

    private static void WriteText(RecordBatch batch, ReadOnlySpan<byte> name, string value)
    {
        Write(batch, name, value);
        batch.Write("\""u8);
    }

    private static void Write(RecordBatch batch, ReadOnlySpan<byte> name, string value)
    {
        batch.Write(name);
        batch.Advance(Encoding.UTF8.GetBytes(value, batch.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    private static void Write(RecordBatch batch, ReadOnlySpan<byte> name, long value)
    {
        batch.Write(name);
        Utf8Formatter.TryFormat(value, batch.GetSpan(20), out var length);
        batch.Advance(length);
    }
}
