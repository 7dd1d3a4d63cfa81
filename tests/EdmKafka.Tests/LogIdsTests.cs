using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;

namespace EdmKafka.Tests;

public class LogIdsTests(SharedKafka shared)
{
    [Fact]
    public async Task A_topic_made_anew_under_its_name_has_another_id()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var before = await host.Ids.AskAsync();
        Assert.Equal(4, before.Topics.Values.Append(before.Cluster).Distinct().Count(id => id.Length > 10));

        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.Servers }).Build();
        await admin.DeleteTopicsAsync([kafka.Prefix + Topics.Click], new DeleteTopicsOptions { RequestTimeout = KafkaHost.Patience });
        await Eventually.PassesAsync(() => ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + Topics.Click, 6), KafkaHost.Patience);

        await Eventually.TrueAsync(async () => (await host.Ids.AskAsync()).Topics[Topics.Click] != before.Topics[Topics.Click], KafkaHost.Patience);
        var after = await host.Ids.AskAsync();
        Assert.Equal((before.Cluster, before.Topics[Topics.Commerce]), (after.Cluster, after.Topics[Topics.Commerce]));
    }

    [Fact]
    public async Task Where_the_cluster_cannot_be_asked_names_stand_for_ids()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Embedded, shared);
        await using var host = await KafkaHost.StartAsync(kafka);

        var (cluster, topics) = await host.Ids.AskAsync();

        Assert.Equal(kafka.Settings.Single(s => s.Key == "Kafka:ClusterId").Value, cluster);
        Assert.All(topics, topic => Assert.Equal(topic.Key, topic.Value));
    }
}
