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

    /// <summary>The broker's clock; null where it does not stamp.</summary>
    public DateTimeOffset? Clock { get; set; }

    public int End => _records.Count;

    public Task<Delivery[]> WriteAsync(RecordBatch batch)
    {
        var deliveries = new Delivery[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            deliveries[i] = IsDeaf ? new Delivery(WriteOutcome.Unknown, Reason: "deaf") : new Delivery(WriteOutcome.Written, 0, End, AppendTime: Clock?.ToUnixTimeMilliseconds());
            if (!IsDeaf) _records.Add((batch.KeyOf(i).ToArray(), batch.ValueOf(i).ToArray()));
        }

        return Task.FromResult(deliveries);
    }

    /// <summary>Hands over all from an offset on, and says that this is the end.</summary>
    public void Read(LiveFollower follower, ref int next)
    {
        Read(follower, ref next, End);
        follower.ReachEnd(End);
    }

    /// <summary>Hands over what lies from an offset on up to another.</summary>
    public void Read(LiveFollower follower, ref int next, int end)
    {
        for (; next < end; next++)
        {
            var (key, value) = _records[next];
            follower.Take(new ConsumedRecord { Partition = new LogPartition(Topics.Live, 0), Offset = next, ReceiveTime = 0, Key = key, Value = value });
        }
    }

    /// <summary>The words from an offset on, as <c>key</c>, or <c>key-</c> where one is withdrawn.</summary>
    public IEnumerable<string> Keys(int from = 0) => _records.Skip(from).Select(r => Encoding.UTF8.GetString(r.Key) + (r.Value.Length == 0 ? "-" : ""));

    /// <summary>Withdraws a key, as a node does that finds another log.</summary>
    public void Withdraw(string key) => _records.Add((Encoding.UTF8.GetBytes(key), []));

    /// <summary>By key: who said the word that compaction leaves; null where it is withdrawn.</summary>
    public IReadOnlyDictionary<string, string?> LastSpeakers() => _records
        .GroupBy(r => Encoding.UTF8.GetString(r.Key))
        .ToDictionary(key => key.Key, key => Word.Read(key.Last().Key, key.Last().Value)?.Speaker?.Node);

    /// <summary>What the words come to.</summary>
    public IReadOnlyDictionary<int, SaidPartition> Said()
    {
        var state = new SharedState();
        foreach (var (key, value) in _records)
            if (Word.Read(key, value) is { } word) state.Take(word);
        return state.Said();
    }
}
