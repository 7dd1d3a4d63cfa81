using EdmShopper.Book;

namespace EdmShopper.Send;

/// <summary>
/// Sends events, in order for each visitor and batched over visitors, and tries again until each is settled: the relay has
/// it, refuses it for good, or an hour has passed. Each try is in the book before it goes out.
/// </summary>
/// <param name="relay">Where to.</param>
/// <param name="book">What keeps the evidence.</param>
/// <param name="connections">How many bodies are on their way at the same time.</param>
/// <param name="time">The clock.</param>
/// <param name="bodies">What a body looks like; as a tracker's when nothing is said.</param>
public sealed class EventSender(RelayClient relay, BookWriter book, int connections, TimeProvider time, BodyShape? bodies = null)
{
    private readonly BodyShape _bodies = bodies ?? BodyShape.Tracker;
    private readonly Lanes _lanes = new((bodies ?? BodyShape.Tracker).MostEvents, (bodies ?? BodyShape.Tracker).MostBytes);

    /// <summary>What became of the events so far.</summary>
    public SendTotals Totals { get; init; } = new();

    /// <summary>An event is due. Its plan must be in the book already.</summary>
    public void Add(OutgoingEvent added)
    {
        Totals.Add();
        _lanes.Add(added);
    }

    /// <summary>Ends when fewer than so many events are waiting or on their way: for who reads faster than it sends.</summary>
    public Task RoomAsync(int most, CancellationToken stop) => _lanes.RoomAsync(most, stop);

    /// <summary>No more events will come: <see cref="RunAsync"/> ends when all are settled.</summary>
    public void Complete() => _lanes.Complete();

    /// <summary>Sends until all is settled, or until stopped; what is not settled then stays unconfirmed.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ServeAsync(stop)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Enough: the totals say what is not settled.
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        while (await _lanes.TakeAsync(stop) is { } body)
        {
            await DeliverAsync(body, stop);
            _lanes.Settle(body);
        }
    }

    private async Task DeliverAsync(List<OutgoingEvent> body, CancellationToken stop)
    {
        for (var tries = 1; body.Count > 0; tries++)
        {
            var at = Now();
            var answer = await TryAsync(body, at, stop);
            if (answer.Tried) body = body.ConvertAll(e => e.FirstTried is null ? e with { FirstTried = at } : e);
            if (!RetryRules.SendAgain(answer.Status))
            {
                Settle(body, answer);
                return;
            }

            await Task.Delay(RetryRules.Wait(tries, answer.RetryAfter, Random.Shared), time, stop);
            body = body.FindAll(e => !(Now() - e.FirstTried > RetryRules.Hour.TotalMilliseconds));
        }
    }

    private async Task<RelayAnswer> TryAsync(List<OutgoingEvent> body, long at, CancellationToken stop)
    {
        var number = book.WriteTry(at, body.ConvertAll(e => e.Id));
        book.Flush();
        var start = time.GetTimestamp();
        var answer = await relay.PostAsync(body, _bodies.SayWhenSent ? at + body[0].Skew : null, stop);
        Totals.OfRequests.Record(time.GetElapsedTime(start));
        Totals.Answered(answer);
        book.Write(new AnswerLine(number, Now(), answer.Status, answer.Rejected, answer.Tried, answer.Error));
        return answer;
    }

    private void Settle(List<OutgoingEvent> body, RelayAnswer answer)
    {
        var now = time.GetUtcNow();
        var refused = answer.Rejected.Count == 0 ? [] : answer.Rejected.Select(r => r.EventId).ToHashSet();
        foreach (var settled in body)
        {
            var confirmed = RetryRules.Confirms(answer.Status) && !refused.Contains(settled.Id);
            Totals.Settle(settled, confirmed);
            if (!settled.IsCopy) Totals.FromDue.Record(now - DateTimeOffset.FromUnixTimeMilliseconds(settled.Due));
            if (confirmed && settled.Copies > 1)
                _lanes.Add(settled with { Copies = settled.Copies - 1, IsCopy = true, Due = now.ToUnixTimeMilliseconds() });
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
