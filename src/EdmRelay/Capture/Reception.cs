using EdmKafka;
using EdmRelay.Capture.Bots;
using EdmRelay.Publish;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// What every endpoint that takes events does: lets the sender in, reads the body, makes records of its events, has them
/// written, and says what became of each. The endpoints differ in how they read a body and in the words of the answer.
/// </summary>
internal sealed class Reception(
    BodyReader bodies, SenderGate gate, KnownCrawlers crawlers, RelayOptions options, IEventPublisher publisher, CaptureMeters meters, TimeProvider time)
{
    private const int MostPlaces = 10;

    /// <summary>Finds the events in a body and hands them to the intake.</summary>
    /// <returns>What is wrong with the body as a whole; null when nothing is.</returns>
    public delegate string? ReadBody(ReadOnlySpan<byte> body, Intake intake, int mostEvents);

    /// <summary>The answer, or the refusal that takes its place.</summary>
    public async Task<(EventsAnswer? Answer, ProblemHttpResult? Refusal)> TakeAsync(HttpContext context, ReadBody read)
    {
        if (gate.Refuse(context) is { } stranger) return (null, stranger);
        var (body, unread) = await bodies.ReadAsync(context.Request);
        if (body is null) return (null, unread);

        using var batch = new RecordBatch(time.GetUtcNow().ToUnixTimeMilliseconds(), body.Length + body.Length / 2);
        var intake = new Intake(batch, crawlers, BrowserOf(context.Request));
        using (body)
        {
            if (read(body.Bytes, intake, options.MaxEvents) is { } wrong) return (null, Refusals.NotJson(wrong));
        }

        if (gate.Refuse(context, intake.WriteKey) is { } unknown) return (null, unknown);
        if (intake.Events > options.MaxEvents) return (null, Refusals.TooLarge($"{options.MaxEvents} events"));

        var deliveries = await publisher.PublishAsync(batch, TraceParent.Of(context.Request));
        if (Confirmation.Refuse(deliveries, context.Response) is { } unconfirmed) return (null, unconfirmed);
        var answer = AnswerOf(intake, batch, deliveries);
        if (answer.Rejected.Count > 0) meters.Rejected(answer.Rejected.Count);
        return answer.Accepted == 0 && intake.Events > 0 ? (null, Refusals.AllRejected(answer.Rejected)) : (answer, null);
    }

    /// <summary>Only browsers name the origin of a page: what others send says in each event whose it is.</summary>
    private static string? BrowserOf(HttpRequest request) =>
        request.Headers.Origin.Count > 0 && request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;

    private static EventsAnswer AnswerOf(Intake intake, RecordBatch batch, Delivery[] deliveries)
    {
        var places = intake.Events <= MostPlaces ? new List<Place>(deliveries.Length) : null;
        List<int> tooLarge = [];
        for (var i = 0; i < deliveries.Length; i++)
        {
            var (outcome, partition, offset, _, _) = deliveries[i];
            if (outcome == WriteOutcome.Written) places?.Add(new Place(batch.TopicOf(i), partition, offset));
            else tooLarge.Add(i);
        }

        intake.RejectRecords(tooLarge, "too large for the brokers");
        return new EventsAnswer(intake.Events - intake.Rejected.Count, intake.Rejected, places);
    }
}
