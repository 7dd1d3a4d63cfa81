using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;

namespace EdmKafka;

/// <summary>
/// Asks which log it is that is read: topics can be deleted and made anew under the same name, and their offsets begin
/// anew then. Records do not carry it.
/// </summary>
public sealed class LogIds(ClientConfigs configs, KafkaSettings settings, TopicNames names, ClientLog clientLog)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The ids of the cluster and, by its logical name, of each input topic.</summary>
    /// <remarks>Where <c>Kafka:ClusterId</c> is set, the brokers cannot be asked, and a topic's name stands for its id.</remarks>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    public async Task<(string Cluster, IReadOnlyDictionary<string, string> Topics)> AskAsync()
    {
        if (settings.Options.ClusterId is { Length: > 0 } known) return (known, Topics.Input.ToDictionary(t => t));
        using var admin = new AdminClientBuilder(configs.Admin()).LogTo(clientLog).Build();
        var cluster = await admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = Patience });
        var topics = await admin.DescribeTopicsAsync(
            TopicCollection.OfTopicNames(Topics.Input.Select(names.OnCluster)), new DescribeTopicsOptions { RequestTimeout = Patience });
        return (cluster.ClusterId, topics.TopicDescriptions.ToDictionary(t => names.Logical(t.Name), t => t.TopicId.ToString()));
    }
}
