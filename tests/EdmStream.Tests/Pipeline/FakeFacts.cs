using EdmKafka;

namespace EdmStream.Tests.Pipeline;

/// <summary>Brokers whose answers the test sets, and which count how often they are asked for the logs' ends.</summary>
internal sealed class FakeFacts : IClusterFacts
{
    public const string LiveGroup = "live", HistoryGroup = "history";

    public Dictionary<LogPartition, LogBounds> Bounds { get; } = [];

    /// <summary>Of the live group.</summary>
    public Dictionary<LogPartition, long> Positions { get; } = [];

    /// <summary>Of the live group.</summary>
    public IReadOnlyList<GroupMember>? Members { get; set; }

    /// <summary>What the question for members ends with; null where nothing is wrong.</summary>
    public Exception? Refusal { get; set; }

    public int Asked { get; private set; }

    public int AskedForMembers { get; private set; }

    public int Reads { get; private set; }

    public bool IsOver { get; private set; }

    public Task<string?> ClusterAsync() => Task.FromResult<string?>("cluster");

    public Task<IReadOnlyDictionary<string, TimeSpan>?> KeptAsync(IReadOnlyList<string> topics) =>
        Task.FromResult<IReadOnlyDictionary<string, TimeSpan>?>(topics.ToDictionary(t => t, _ => TimeSpan.FromDays(7)));

    public Task<IReadOnlyDictionary<LogPartition, LogBounds>> BoundsAsync(IReadOnlyList<string> topics)
    {
        Asked++;
        return Task.FromResult<IReadOnlyDictionary<LogPartition, LogBounds>>(new Dictionary<LogPartition, LogBounds>(Bounds));
    }

    public Task<IReadOnlyDictionary<LogPartition, long>> PositionsAsync(string group, IReadOnlyList<string> topics) =>
        Task.FromResult<IReadOnlyDictionary<LogPartition, long>>(group == LiveGroup ? new Dictionary<LogPartition, long>(Positions) : []);

    public Task<IReadOnlyList<GroupMember>?> MembersAsync(string group, IReadOnlyList<string> topics)
    {
        if (group != LiveGroup) return Task.FromResult<IReadOnlyList<GroupMember>?>(null);
        AskedForMembers++;
        return Refusal is null ? Task.FromResult(Members) : Task.FromException<IReadOnlyList<GroupMember>?>(Refusal);
    }

    public Task<IReadOnlyList<WrittenRecord>> ReadAsync(LogPartition partition, long from, long to)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<WrittenRecord>>(
            [.. Enumerable.Range((int)from, (int)(to - from)).Select(n => new WrittenRecord(n, 0, [], new Dictionary<string, byte[]>()))]);
    }

    public ValueTask DisposeAsync()
    {
        IsOver = true;
        return ValueTask.CompletedTask;
    }
}
