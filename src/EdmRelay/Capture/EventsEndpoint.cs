using System.Text;
using EdmContracts;
using EdmKafka;
using EdmRelay.Publish;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// <c>POST /events</c>. A bad event never sinks its batch: it is listed as rejected, and the answer stands for the
/// others.
/// </summary>
internal static class EventsEndpoint
{
    private const int MostPlaces = 10;

    public static async Task<Results<Ok<EventsAnswer>, ProblemHttpResult>> PostAsync(
        HttpContext context, BodyReader bodies, RelayOptions options, IEventPublisher publisher, TimeProvider time)
    {
        var (body, refusal) = await bodies.ReadAsync(context.Request);
        if (body is null) return refusal!;

        List<OutgoingRecord> records;
        List<int> indexes;
        List<RejectedEvent> rejected;
        int events;
        using (body)
        {
            if (EventSlices.Find(body.Bytes, out var slices) is { } reason) return Refusals.NotJson(reason);
            if (slices.Count > options.MaxEvents) return Refusals.TooLarge($"{options.MaxEvents} events");
            events = slices.Count;
            (records, indexes, rejected) = Sort(body.Bytes, slices, time.GetUtcNow());
        }

        var deliveries = await publisher.PublishAsync(records, TraceParent.Of(context.Request));
        if (Confirmation.Refuse(deliveries, context.Response) is { } unconfirmed) return unconfirmed;

        for (var i = 0; i < deliveries.Length; i++)
            if (deliveries[i].Outcome == WriteOutcome.TooLarge)
                rejected.Add(new RejectedEvent(indexes[i], IdOf(records[i]), "too large for the brokers"));
        rejected.Sort((a, b) => a.Index.CompareTo(b.Index));
        if (events > 0 && rejected.Count == events) return Refusals.AllRejected(rejected);

        var places = events > MostPlaces ? null : deliveries.Zip(records)
            .Where(d => d.First.Outcome == WriteOutcome.Written)
            .Select(d => new Place(d.Second.Topic, d.First.Partition, d.First.Offset)).ToList();
        return TypedResults.Ok(new EventsAnswer(events - rejected.Count, rejected, places));
    }

    private static (List<OutgoingRecord> Records, List<int> Indexes, List<RejectedEvent> Rejected) Sort(
        ReadOnlySpan<byte> body, List<Range> slices, DateTimeOffset now)
    {
        var (records, indexes, rejected) = (new List<OutgoingRecord>(slices.Count), new List<int>(slices.Count), new List<RejectedEvent>());
        for (var i = 0; i < slices.Count; i++)
        {
            var json = body[slices[i]];
            var readable = RecordFields.TryRead(json, out var fields, out var reason);
            if (readable) reason = EventCheck.Reject(fields);
            if (reason is not null)
            {
                rejected.Add(new RejectedEvent(i, fields.EventId.IsEmpty ? null : Encoding.UTF8.GetString(fields.EventId), reason));
                continue;
            }

            records.Add(RecordMaker.Make(json, fields, now));
            indexes.Add(i);
        }

        return (records, indexes, rejected);
    }

    private static string? IdOf(OutgoingRecord record) =>
        RecordFields.TryRead(record.Value, out var fields, out _) ? Encoding.UTF8.GetString(fields.EventId) : null;
}
