using EdmContracts;
using EdmKafka;

namespace EdmStream.Pipeline;

/// <summary>What is asked about one group.</summary>
/// <param name="service">Whose group it is.</param>
/// <param name="group">Its name, without the prefix.</param>
internal sealed class GroupQuestions(string service, string group, TimeProvider time, ILogger log)
{
    private readonly Question<IReadOnlyDictionary<LogPartition, long>> _positions = new($"the positions of {group}", PipelineFeed.Beat, time, log);
    private readonly Question<IReadOnlyList<GroupMember>> _members = new($"the members of {group}", PipelineFeed.Beat, time, log);
    private readonly RateWindow<LogPartition> _rates = new();

    public Task AskAsync(IClusterFacts facts) => Task.WhenAll(
        _positions.AskAsync(async () => await facts.PositionsAsync(group, Topics.Input)),
        _members.AskAsync(() => facts.MembersAsync(group, Topics.Input)));

    /// <param name="partitions">Those of all input topics, in the order in which they are shown.</param>
    /// <param name="bounds">What they hold, where that is known.</param>
    public GroupView View(IReadOnlyList<LogPartition> partitions, IReadOnlyDictionary<LogPartition, LogBounds>? bounds)
    {
        var (positions, members) = (_positions.Answer, _members.Answer);
        if (positions is not null) _rates.Add(_positions.At, positions);
        var owners = OwnersOf(members ?? []);
        List<GroupPartitionView> rows = [.. partitions.Select(Row)];
        return new GroupView(
            service, group, members?.Count,
            rows.Count > 0 && rows.All(r => r.Lag is not null) ? rows.Sum(r => r.Lag) : null,
            positions is null ? null : _rates.Of(positions.Keys), rows);

        GroupPartitionView Row(LogPartition partition)
        {
            long? position = positions is not null && positions.TryGetValue(partition, out var committed) ? committed : null;

            // The end may have been told before the position was.
            var lag = bounds?.GetValueOrDefault(partition).End is { } end && position is not null ? Math.Max(0, end - position.Value) : (long?)null;
            return new GroupPartitionView(partition.Topic, partition.Index, position, lag, owners.GetValueOrDefault(partition));
        }
    }

    // EdmStream's members are stream-1, stream-2 …
    private Dictionary<LogPartition, string> OwnersOf(IReadOnlyList<GroupMember> members)
    {
        var name = service.Replace("Edm", "", StringComparison.Ordinal).ToLowerInvariant();
        var owners = new Dictionary<LogPartition, string>();
        foreach (var (i, member) in members.OrderBy(m => m.Id, StringComparer.Ordinal).Index())
            foreach (var partition in member.Partitions) owners[partition] = $"{name}-{i + 1}";
        return owners;
    }
}
