using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace EdmKafka;

/// <summary>Asks through clients of its own, and reads by a consumer in no group.</summary>
public sealed class ClusterFacts : IClusterFacts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly KafkaSettings _settings;
    private readonly TopicNames _names;
    private readonly IAdminClient _admin;
    private readonly TopicPartitions _partitions;
    private readonly CoordinatorQuestions _coordinators;
    private readonly StretchReader _reader;

    public ClusterFacts(ClientConfigs configs, KafkaSettings settings, TopicNames names, ClientLog clientLog, TimeProvider time)
    {
        (_settings, _names) = (settings, names);
        _admin = new AdminClientBuilder(configs.Admin()).LogTo(clientLog).Build();
        _partitions = new TopicPartitions(_admin, names, Patience, time);
        _coordinators = new CoordinatorQuestions(configs, clientLog, Patience, time);
        _reader = new StretchReader(configs, clientLog, Patience, time);
    }

    // A broker without times of its own answers none of the questions about itself, its topics and its groups.
    private bool TellsOfItself => _settings.Options.BrokerTimes;

    public async Task<string?> ClusterAsync() =>
        _settings.Options.ClusterId is { Length: > 0 } known ? known :
        TellsOfItself ? (await _admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = Patience })).ClusterId :
        null;

    public async Task<IReadOnlyDictionary<string, TimeSpan>?> KeptAsync(IReadOnlyList<string> topics)
    {
        if (!TellsOfItself) return null;
        var logical = topics.ToDictionary(_names.OnCluster);
        IEnumerable<(ConfigResource Topic, Dictionary<string, ConfigEntryResult> Settings)> described;
        try
        {
            var answer = await _admin.DescribeConfigsAsync(
                logical.Keys.Select(t => new ConfigResource { Type = ResourceType.Topic, Name = t }), new DescribeConfigsOptions { RequestTimeout = Patience });
            described = answer.Select(t => (t.ConfigResource, t.Entries));
        }
        catch (DescribeConfigsException e) when (e.Results.Any(r => !r.Error.IsError))
        {
            described = e.Results.Where(r => !r.Error.IsError).Select(t => (t.ConfigResource, t.Entries));
        }

        var kept = new Dictionary<string, TimeSpan>();
        foreach (var (topic, settings) in described)
            if (long.TryParse(settings.GetValueOrDefault("retention.ms")?.Value, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < long.MaxValue / TimeSpan.TicksPerMillisecond)
                kept[logical[topic.Name]] = TimeSpan.FromMilliseconds(milliseconds);
        return kept;
    }

    public async Task<IReadOnlyDictionary<LogPartition, LogBounds>> BoundsAsync(IReadOnlyList<string> topics)
    {
        var partitions = await _partitions.AskAsync(topics);
        var (start, end) = (OffsetsAsync(partitions, OffsetSpec.Earliest()), OffsetsAsync(partitions, OffsetSpec.Latest()));
        await Task.WhenAll(start, end);
        var (starts, ends) = (await start, await end);
        return partitions.Values.ToDictionary(p => p, p => new LogBounds(Known(starts, p), Known(ends, p)));

        static long? Known(Dictionary<LogPartition, long> offsets, LogPartition partition) => offsets.TryGetValue(partition, out var offset) ? offset : null;
    }

    public async Task<IReadOnlyDictionary<LogPartition, long>> PositionsAsync(string group, IReadOnlyList<string> topics)
    {
        var partitions = await _partitions.AskAsync(topics);
        if (partitions.Count == 0) return new Dictionary<LogPartition, long>();
        var answer = await _coordinators.AskAsync(admin => admin.ListConsumerGroupOffsetsAsync(
            [new ConsumerGroupTopicPartitions(_names.OnCluster(group), [.. partitions.Keys])],
            new ListConsumerGroupOffsetsOptions { RequestTimeout = CoordinatorQuestions.Longest }));
        return Found(answer.Single().Partitions, partitions);
    }

    public async Task<IReadOnlyList<GroupMember>?> MembersAsync(string group, IReadOnlyList<string> topics)
    {
        if (!TellsOfItself) return null;
        var partitions = await _partitions.AskAsync(topics);
        try
        {
            var answer = await _coordinators.AskAsync(admin => admin.DescribeConsumerGroupsAsync(
                [_names.OnCluster(group)], new DescribeConsumerGroupsOptions { RequestTimeout = CoordinatorQuestions.Longest }));
            var described = answer.ConsumerGroupDescriptions.Single();
            return described.State == ConsumerGroupState.Dead ? null : described.Members.ConvertAll(m => new GroupMember(m.ConsumerId, Read(m)));
        }
        catch (DescribeConsumerGroupsException e) when (e.Results.ConsumerGroupDescriptions.All(g => g.Error.Code == ErrorCode.GroupIdNotFound))
        {
            return null;
        }

        List<LogPartition> Read(MemberDescription member) => [.. member.Assignment.TopicPartitions.Where(partitions.ContainsKey).Select(p => partitions[p])];
    }

    public Task<IReadOnlyList<WrittenRecord>> ReadAsync(LogPartition partition, long from, long to) =>
        _reader.ReadAsync(new TopicPartition(_names.OnCluster(partition.Topic), partition.Index), from, to);

    // All wait for their threads, and for what is under way.
    public async ValueTask DisposeAsync() => await Task.WhenAll(Task.Run(_reader.Dispose), Task.Run(_admin.Dispose), _coordinators.DisposeAsync().AsTask());

    private async Task<Dictionary<LogPartition, long>> OffsetsAsync(Dictionary<TopicPartition, LogPartition> partitions, OffsetSpec which)
    {
        if (partitions.Count == 0) return [];
        var asked = partitions.Keys.Select(p => new TopicPartitionOffsetSpec { TopicPartition = p, OffsetSpec = which });
        List<ListOffsetsResultInfo> told;
        try
        {
            told = (await _admin.ListOffsetsAsync(asked, new ListOffsetsOptions { RequestTimeout = Patience })).ResultInfos;
        }
        catch (ListOffsetsException e) when (e.Result.ResultInfos.Any(r => !r.TopicPartitionOffsetError.Error.IsError))
        {
            told = e.Result.ResultInfos;
        }

        return Found(told.ConvertAll(t => t.TopicPartitionOffsetError), partitions);
    }

    private static Dictionary<LogPartition, long> Found(IEnumerable<TopicPartitionOffsetError> told, Dictionary<TopicPartition, LogPartition> partitions) =>
        told.Where(t => !t.Error.IsError && t.Offset.Value >= 0).ToDictionary(t => partitions[t.TopicPartition], t => t.Offset.Value);
}
