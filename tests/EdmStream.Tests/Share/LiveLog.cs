using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Share;

namespace EdmStream.Tests.Share;

/// <summary>The topic that nodes speak on, without compaction: all that was said, in its order.</summary>
internal sealed class LiveLog
{
    private readonly List<(byte[] Key, byte[] Value)> _records = [];

    /// <summary>Whether the next words get lost on their way.</summary>
    public bool IsDeaf { get; set; }

    public int End => _records.Count;

    public Task<Delivery[]> WriteAsync(RecordBatch batch)
    {
        var deliveries = new Delivery[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            deliveries[i] = IsDeaf ? new Delivery(WriteOutcome.Unknown, Reason: "deaf") : new Delivery(WriteOutcome.Written, 0, End);
            if (!IsDeaf) _records.Add((batch.KeyOf(i).ToArray(), batch.ValueOf(i).ToArray()));
        }

        return Task.FromResult(deliveries);
    }

    /// <summary>Hands over all from an offset on.</summary>
    public void Read(LiveFollower follower, ref int next)
    {
        for (; next < End; next++)
        {
            var (key, value) = _records[next];
            follower.Take(new ConsumedRecord { Partition = new LogPartition(Topics.Live, 0), Offset = next, ReceiveTime = 0, Key = key, Value = value });
        }

        follower.ReachEnd(End);
    }

    /// <summary>The words from an offset on, as <c>key</c>, or <c>key-</c> where one is withdrawn.</summary>
    public IEnumerable<string> Keys(int from = 0) => _records.Skip(from).Select(r => Encoding.UTF8.GetString(r.Key) + (r.Value.Length == 0 ? "-" : ""));

    /// <summary>What the words come to.</summary>
    public IReadOnlyDictionary<int, SaidPartition> Said()
    {
        var state = new SharedState();
        foreach (var (key, value) in _records)
            if (Word.Read(key, value) is { } word) state.Take(word);
        return state.Said();
    }
}
