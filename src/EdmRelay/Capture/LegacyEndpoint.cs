using EdmContracts;
using EdmKafka;
using EdmRelay.Publish;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// <c>POST /produceClickMessage</c> and <c>/producePageLoad</c> as the relay of 2018 had them: the record names its own
/// topic, and is stored with its own bytes first.
/// </summary>
internal static class LegacyEndpoint
{
    private const FieldNames Appended = FieldNames.Bot | FieldNames.ReceivedTimestamp | FieldNames.ClientTimestamp;

    public static async Task<Results<Ok<LegacyAnswer>, ProblemHttpResult>> PostAsync(
        HttpContext context, BodyReader bodies, IEventPublisher publisher, TimeProvider time)
    {
        var (body, refusal) = await bodies.ReadAsync(context.Request);
        if (body is null) return refusal!;

        OutgoingRecord record;
        using (body)
        {
            if (EventSlices.Find(body.Bytes, out _) is { } broken) return Refusals.NotJson(broken);
            if (!RecordFields.TryRead(body.Bytes, out var fields, out var reason)) return Refusals.NotARecord(reason!);
            var topic = Is(fields.Topic, Topics.Click) ? Topics.Click : Is(fields.Topic, Topics.PageLoad) ? Topics.PageLoad : null;
            if (Reject(topic, fields) is { } rejected) return Refusals.NotARecord(rejected);
            record = RecordMaker.MakeLegacy(body.Bytes, topic!, fields, time.GetUtcNow());
        }

        var deliveries = await publisher.PublishAsync([record], TraceParent.Of(context.Request));
        if (Confirmation.Refuse(deliveries, context.Response) is { } unconfirmed) return unconfirmed;
        return deliveries[0].Outcome == WriteOutcome.TooLarge
            ? Refusals.NotARecord("it is too large for the brokers")
            : TypedResults.Ok(new LegacyAnswer("Success!"));
    }

    private static string? Reject(string? topic, scoped in RecordFields fields) =>
        topic is null ? $"topic must be {Topics.Click} or {Topics.PageLoad}" :
        fields.Repeated != FieldNames.None ? $"a field is there twice ({fields.Repeated.InJson()})" :
        (fields.Named & Appended) != 0 ? $"these fields are the relay's to write: {(fields.Named & Appended).InJson()}" :
        (fields.Named & FieldNames.EventTimestamp) != 0 && fields.EventTimestamp is null ? "event_timestamp is null" :
        (fields.Named & FieldNames.Type) != 0 && !Is(fields.Type, Topics.TypeOf(topic)!) ? $"type must be {Topics.TypeOf(topic)}, or left out" :
        EventCheck.RejectIds(fields);

    private static bool Is(ReadOnlySpan<byte> text, string expected) => System.Text.Ascii.Equals(text, expected);
}
