using System.Threading.Channels;

namespace EdmShopper.Send;

/// <summary>
/// Keeps each visitor's events in their order: none goes before the one ahead of it is settled. Events of different
/// visitors share a body. Used by the connections at the same time.
/// </summary>
/// <param name="mostEvents">The most events in a body.</param>
/// <param name="mostBytes">The most bytes of events in a body, unless one alone is larger.</param>
internal sealed class Lanes(int mostEvents, int mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly Channel<Lane> _ready = Channel.CreateUnbounded<Lane>();
    private TaskCompletionSource? _room;
    private int _unsettled, _most;
    private bool _complete;

    /// <summary>Events that are waiting or on their way.</summary>
    public int Unsettled
    {
        get
        {
            lock (_lock) return _unsettled;
        }
    }

    public void Add(OutgoingEvent added)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(added.Visitor, out var lane)) _lanes[added.Visitor] = lane = new Lane(added.Visitor);
            lane.Waiting.Enqueue(added);
            _unsettled++;
            if (!lane.IsBusy && lane.Waiting.Count == 1) _ready.Writer.TryWrite(lane);
        }
    }

    /// <summary>Ends when fewer than so many events are waiting or on their way. One caller at a time.</summary>
    public Task RoomAsync(int most, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_unsettled < most) return Task.CompletedTask;
            (_room, _most) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), most);
            return _room.Task.WaitAsync(stop);
        }
    }

    /// <summary>No more will be added: when all is settled, <see cref="TakeAsync"/> ends.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            EndWhenSettled();
        }
    }

    /// <summary>The events of the next body, in order; null when there will be none. The taker owes a <see cref="Settle"/>.</summary>
    public async ValueTask<List<OutgoingEvent>?> TakeAsync(CancellationToken stop)
    {
        while (await _ready.Reader.WaitToReadAsync(stop))
        {
            lock (_lock)
            {
                var body = Fill();
                if (body.Count > 0) return body;
            }
        }

        return null;
    }

    /// <summary>The events of a body are settled, one way or the other: their visitors' next ones may go.</summary>
    public void Settle(IReadOnlyList<OutgoingEvent> body)
    {
        lock (_lock)
        {
            foreach (var visitor in body.Select(e => e.Visitor).Distinct())
            {
                var lane = _lanes[visitor];
                lane.IsBusy = false;
                if (lane.Waiting.Count == 0) _lanes.Remove(visitor);
                else _ready.Writer.TryWrite(lane);
            }

            _unsettled -= body.Count;
            if (_unsettled < _most) _room?.TrySetResult();
            EndWhenSettled();
        }
    }

    private List<OutgoingEvent> Fill()
    {
        var body = new List<OutgoingEvent>();
        var bytes = 0;
        while (_ready.Reader.TryRead(out var lane))
        {
            // A body says when it was sent by one clock.
            if (body.Count > 0 && (lane.Waiting.Peek().Skew != body[0].Skew || !HasRoom(lane)))
            {
                _ready.Writer.TryWrite(lane);
                break;
            }

            lane.IsBusy = true;
            do
            {
                body.Add(lane.Waiting.Dequeue());
                bytes += body[^1].Json.Length + 1;
            }
            while (lane.Waiting.Count > 0 && lane.Waiting.Peek().Skew == body[0].Skew && HasRoom(lane));
        }

        return body;

        bool HasRoom(Lane lane) => body.Count < mostEvents && bytes + lane.Waiting.Peek().Json.Length < mostBytes;
    }

    private void EndWhenSettled()
    {
        if (_complete && _unsettled == 0) _ready.Writer.TryComplete();
    }
}
