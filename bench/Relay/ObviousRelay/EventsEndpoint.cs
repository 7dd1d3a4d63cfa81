using System.Text;
using System.Text.Json;
using Confluent.Kafka;
using EdmContracts;
using EdmKafka;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ObviousRelay;

/// <summary><c>POST /events</c>: binds, checks, produces each event, and answers when all of them are acknowledged.</summary>
internal static class EventsEndpoint
{
    private const int MostEvents = 500, MostPlaces = 10;
    private static readonly byte[] ContentType = "application/json"u8.ToArray();

    public static async Task<Results<Ok<EventsAnswer>, ProblemHttpResult>> PostAsync(
        [FromBody] EventsBody body, HttpContext context, IProducer<string, byte[]> producer, TopicNames names, IOptions<JsonOptions> json, TimeProvider time)
    {
        var events = body.Events;
        if (events.Count > MostEvents)
            return TypedResults.Problem($"A body holds at most {MostEvents} events.", statusCode: StatusCodes.Status413PayloadTooLarge);

        var now = time.GetUtcNow();
        var headers = HeadersOf(context.Request);
        var rejected = new List<RejectedEvent>();
        var accepted = new List<ClickstreamEvent>(events.Count);
        var deliveries = new List<Task<DeliveryResult<string, byte[]>>>(events.Count);
        try
        {
            for (var i = 0; i < events.Count; i++)
            {
                var e = events[i];
                if (EventCheck.Reject(e) is { } reason)
                {
                    rejected.Add(new RejectedEvent(i, e?.EventId, reason));
                    continue;
                }

                Complete(e, now);
                accepted.Add(e);
                deliveries.Add(producer.ProduceAsync(names.OnCluster(e.Topic!), new Message<string, byte[]>
                {
                    Key = string.IsNullOrEmpty(e.Uuid) ? e.EventId! : e.Uuid,
                    Value = JsonSerializer.SerializeToUtf8Bytes(e, json.Value.SerializerOptions),
                    Headers = headers,
                    Timestamp = new Timestamp(now),
                }));
            }

            var results = await Task.WhenAll(deliveries);
            if (accepted.Count == 0 && events.Count > 0)
                return TypedResults.Problem("No event was accepted.", statusCode: StatusCodes.Status422UnprocessableEntity, extensions: new Dictionary<string, object?> { ["rejected"] = rejected });
            var places = events.Count > MostPlaces ? null : results.Zip(accepted, (r, e) => new Place(e.Topic!, r.Partition.Value, r.Offset.Value)).ToList();
            return TypedResults.Ok(new EventsAnswer(accepted.Count, rejected, places));
        }
        catch (KafkaException e)
        {
            context.Response.Headers.RetryAfter = "2";
            return TypedResults.Problem($"Kafka has not confirmed the events: {e.Error.Reason}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Sets what the relay adds.</summary>
    private static void Complete(ClickstreamEvent e, DateTimeOffset now)
    {
        var received = now.ToUnixTimeMilliseconds();
        e.Topic = e.Type switch
        {
            "click" => Topics.Click,
            "pageload" => Topics.PageLoad,
            _ => Topics.Commerce,
        };
        e.EventId ??= Guid.CreateVersion7(now).ToString();
        e.EventTimestamp = e.EventTimestamp is { } own && own <= received ? own : received;
        e.ReceivedTimestamp = received;
    }

    private static Headers HeadersOf(HttpRequest request)
    {
        var headers = new Headers { { "content-type", ContentType } };
        if (request.Headers.TraceParent is [{ Length: 55 } trace]) headers.Add("traceparent", Encoding.ASCII.GetBytes(trace));
        return headers;
    }
}
