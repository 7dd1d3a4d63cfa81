using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Xunit;

namespace EdmTesting;

/// <summary>Topics as the brokers have them, made and read with the plain client: what the code under test is checked against.</summary>
public static class ClusterTopics
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Answer = TimeSpan.FromSeconds(5);

    /// <summary>Ends when every partition has a leader.</summary>
    /// <param name="settings">Such as <c>("cleanup.policy", "compact")</c>.</param>
    public static async Task CreateAsync(
        string bootstrapServers, string name, int partitions, params (string Key, string Value)[] settings)
    {
        using var admin = Admin(bootstrapServers);
        var configs = settings.ToDictionary(s => s.Key, s => s.Value);
        var topic = new TopicSpecification { Name = name, NumPartitions = partitions, Configs = configs };
        await admin.CreateTopicsAsync([topic]);
        await EveryPartitionAsync(admin, [name], partition => partition.Leader >= 0);
    }

    /// <summary>Ends when no broker knows it any more.</summary>
    public static async Task DeleteAsync(string bootstrapServers, string name)
    {
        using var admin = Admin(bootstrapServers);
        await admin.DeleteTopicsAsync([name]);
        await Eventually.TrueAsync(async () => (await Task.Run(() => admin.GetMetadata(name, Answer))).Topics.Single().Error.Code == ErrorCode.UnknownTopicOrPart, Patience);
    }

    /// <summary>Every record that the topic holds at the call, partition by partition, in the order of their offsets.</summary>
    /// <exception cref="OperationCanceledException">They did not come within half a minute.</exception>
    public static async Task<IReadOnlyList<ConsumeResult<byte[], byte[]>>> ReadAllAsync(string bootstrapServers, string topic)
    {
        using var admin = Admin(bootstrapServers);
        var partitions = (await LookAsync(admin, topic)).Select(p => new TopicPartition(topic, p.PartitionId)).ToList();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var records = await Task.Run(() => Read(bootstrapServers, partitions, patience.Token), patience.Token);
        return [.. records.OrderBy(r => r.Partition.Value).ThenBy(r => r.Offset.Value)];
    }

    /// <summary>Ends when the partitions of these topics, of all when none is named, have a leader and all replicas in sync.</summary>
    internal static async Task WaitForFullIsrAsync(string bootstrapServers, string[] topics)
    {
        using var admin = Admin(bootstrapServers);
        await EveryPartitionAsync(admin, topics, p => p.Leader >= 0 && p.InSyncReplicas.Length == p.Replicas.Length);
    }

    private static Task EveryPartitionAsync(IAdminClient admin, string[] topics, Predicate<PartitionMetadata> holds) =>
        Eventually.PassesAsync(
            async () =>
            {
                var asked = topics.Length > 0 ? topics : (await Task.Run(() => admin.GetMetadata(Answer))).Topics.Select(t => t.Topic);
                foreach (var topic in asked)
                {
                    Assert.All(await LookAsync(admin, topic), p => Assert.True(holds(p), $"{topic}: {p}"));
                }
            },
            Patience);

    private static async Task<List<PartitionMetadata>> LookAsync(IAdminClient admin, string topic)
    {
        var found = (await Task.Run(() => admin.GetMetadata(topic, Answer))).Topics.Single();
        return found.Error.IsError ? throw new KafkaException(found.Error) : found.Partitions;
    }

    private static List<ConsumeResult<byte[], byte[]>> Read(
        string bootstrapServers, List<TopicPartition> partitions, CancellationToken cancellationToken)
    {
        using var consumer = Consumer(bootstrapServers);
        var spans = partitions.ToDictionary(p => p, p => consumer.QueryWatermarkOffsets(p, Answer));
        var unread = spans.Where(s => s.Value.High > s.Value.Low).Select(s => s.Key).ToHashSet();
        var records = new List<ConsumeResult<byte[], byte[]>>();
        consumer.Assign(unread.Select(p => new TopicPartitionOffset(p, Offset.Beginning)));
        while (unread.Count > 0)
        {
            var result = consumer.Consume(cancellationToken);
            var end = spans[result.TopicPartition].High;
            if (!result.IsPartitionEOF && result.Offset < end) records.Add(result);

            // What stands last may be no record, but a transaction's mark: then only the end of the partition is told.
            if (result.IsPartitionEOF || result.Offset >= end - 1) unread.Remove(result.TopicPartition);
        }

        return records;
    }

    private static IAdminClient Admin(string bootstrapServers)
    {
        var config = new AdminClientConfig
        {
            BootstrapServers = bootstrapServers,
            ReconnectBackoffMaxMs = 500,

            // What its disposal waits for.
            CancellationDelayMaxMs = 10,
        };
        return new AdminClientBuilder(config).SetLogHandler((_, _) => { }).Build();
    }

    private static IConsumer<byte[], byte[]> Consumer(string bootstrapServers)
    {
        var config = new ConsumerConfig
        {
            BootstrapServers = bootstrapServers,
            GroupId = "reader-of-the-tests",
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            AllowAutoCreateTopics = false,
            FetchWaitMaxMs = 10,
        };
        return new ConsumerBuilder<byte[], byte[]>(config).SetLogHandler((_, _) => { }).Build();
    }
}
