using Confluent.Kafka;
using EdmContracts;
using EdmKafka;
using EdmStream.Push;
using ActivityContext = System.Diagnostics.ActivityContext;

namespace EdmStream.Share;

/// <summary>
/// Follows <c>edm-live</c>, on which all nodes say what they count, and publishes what it all comes to: so every node shows
/// the same, of all partitions. Nothing is shown before all is read that was said when the node started. All of it lives on the
/// follower's thread.
/// </summary>
internal sealed class LiveFollower(
    SharedState state, LiveVoice voice, ClockCheck clock, EventLog rows, MomentMaker moments, LiveFeed feed, TimeProvider time) : ITopicReader
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(10);

    // A little less than the pace at which nodes speak: what one says with each of its beats is shown with each of them.
    private static readonly TimeSpan Spoken = FrameStream.Beat * 0.8;

    private readonly OthersEvents _events = new(rows, voice.Node);
    private readonly Pace _pace = new(Spoken, time);
    private long? _pastEnd;
    private ActivityContext _trace;
    private bool _changed, _isReady;

    // One trace a frame, which is made for all that was said since the last one.
    public bool TakesNews => _isReady && _trace == default;

    public void Begin(long end) => _pastEnd = end;

    public void Take(scoped in ConsumedRecord record)
    {
        if (record.Span is { } span) _trace = span.Context;
        if (Word.Read(record.Key, record.Value) is { } word)
        {
            if (state.Take(word) && word.Head is not null) _events.Add(word.Head, isNews: _isReady);
            voice.Hear(word);
            _changed = true;
        }

        state.Reach(record.Offset + 1);
    }

    public void ReachEnd(long end)
    {
        state.Reach(end);
        _isReady |= end >= _pastEnd;
    }

    /// <summary>
    /// Publishes what is new, at most five times a second; once a second even when nothing is, since windows slide by themselves.
    /// By a clock that is off it shows nothing: whoever looks notices, and asks another node.
    /// </summary>
    public void Beat()
    {
        if (clock.IsOff || !(_changed ? _pace.IsDue : _pace.IsDueAfter(Quiet))) return;
        _changed = false;
        _pace.Do(Publish);
    }

    /// <summary>What was said up to now, when it is all read.</summary>
    /// <exception cref="KafkaException">The brokers do not answer.</exception>
    public IReadOnlyDictionary<int, SaidPartition> SaidBefore(ILogOffsets offsets)
    {
        var end = offsets.Bounds(new LogPartition(Topics.Live, 0)).End;
        return state.WaitFor(end, Patience) ? state.Said() : throw new KafkaException(ErrorCode.Local_TimedOut);
    }

    private void Publish()
    {
        var begun = time.GetTimestamp();
        var moment = moments.Next(_isReady);
        PushMeters.Made(time.GetElapsedTime(begun));
        if (_trace != default) feed.Followed.Begin(_trace, moment);
        _trace = default;
        feed.Publish(moment);
    }
}
