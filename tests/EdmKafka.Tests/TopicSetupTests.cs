using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;

namespace EdmKafka.Tests;

public class TopicSetupTests(SharedKafka shared)
{
    private const string Platform = "false", Created = "Created the topics";

    [Fact]
    public async Task Missing_topics_are_made_with_six_partitions_and_their_settings()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();

        Assert.Equal(["6 of 1", "6 of 1", "6 of 1"], Shapes(kafka));
        var settings = await SettingsAsync(kafka);
        Assert.Equal(["60000", "60000", "60000"], settings.Select(s => s["message.timestamp.after.max.ms"]));
        Assert.Equal(["604800000", "604800000", "604800000"], settings.Select(s => s["retention.ms"]));
        Assert.Equal(["1", "1", "1"], settings.Select(s => s["min.insync.replicas"]));
        Assert.Equal(1, host.Log.Count(Created));
    }

    [Fact]
    public async Task With_three_brokers_an_acknowledgement_stands_for_two_replicas()
    {
        await using var cluster = await KafkaCluster.StartAsync(nodes: 3, cancellationToken: TestContext.Current.CancellationToken);
        using var kafka = KafkaUnderTest.On(cluster.BootstrapServers);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();

        Assert.Equal(["6 of 3", "6 of 3", "6 of 3"], Shapes(kafka));
        Assert.Equal(["2", "2", "2"], (await SettingsAsync(kafka)).Select(s => s["min.insync.replicas"]));
        await Eventually.EqualAsync(
            1, () => host.Log.Count($"Topic {kafka.Prefix}edm-ui-click has min.insync.replicas=2, on 3 brokers"), KafkaHost.Patience);
    }

    [Fact]
    public async Task A_missing_topic_gets_as_many_partitions_as_its_sister_has()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + Topics.PageLoad, partitions: 3);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();

        Assert.Equal(["3 of 1", "3 of 1", "3 of 1"], Shapes(kafka));
    }

    [Fact]
    public async Task A_topic_that_a_program_needs_beside_them_is_made_as_it_says()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await using var host = await KafkaHost.StartAsync(kafka, needs: new NeededTopic(Topics.Rejected, 1, TimeSpan.FromDays(30)));
        await host.ReadyAsync();

        using var admin = Admin(kafka);
        Assert.Single(admin.GetMetadata(kafka.Prefix + Topics.Rejected, KafkaHost.Patience).Topics.Single().Partitions);
        Assert.Equal("2592000000", (await SettingsAsync(kafka, Topics.Rejected)).Single()["retention.ms"]);
    }

    [Fact]
    public async Task A_setting_that_differs_is_named_and_the_program_starts_all_the_same()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + Topics.Click, 6, ("retention.ms", "1000000"));
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();

        await Eventually.EqualAsync(
            1, () => host.Log.Count($"Topic {kafka.Prefix}edm-ui-click has retention.ms=1000000 where 604800000 is meant"), KafkaHost.Patience);
        Assert.Equal(2, host.Log.Count("is meant"));
    }

    [Fact]
    public async Task Two_programs_that_start_together_both_find_the_topics()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        var hosts = await Task.WhenAll(KafkaHost.StartAsync(kafka), KafkaHost.StartAsync(kafka));
        await using var one = hosts[0];
        await using var two = hosts[1];

        await Task.WhenAll(one.ReadyAsync(), two.ReadyAsync());

        Assert.Equal((0, 0), (one.Log.Count("Kafka is not ready"), two.Log.Count("Kafka is not ready")));
    }

    [Fact]
    public async Task Missing_topics_that_may_not_be_made_are_named_and_waited_for()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + Topics.Click, partitions: 2);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(reader, [.. kafka.Settings, ("Kafka:CreateTopics", Platform)]);
        var missing = $"these topics are missing: {kafka.Prefix}edm-ui-pageload, {kafka.Prefix}edm-ui-commerce. " +
            "Create them, the input topics with the same number of partitions, or set Kafka:CreateTopics=true";

        await Eventually.TrueAsync(() => reader.Beats > 2, KafkaHost.Patience);
        await Eventually.EqualAsync(missing, async () => (await host.HealthAsync()).Entries["kafka"].Description, KafkaHost.Patience);
        foreach (var topic in (string[])[Topics.PageLoad, Topics.Commerce]) await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + topic, partitions: 2);
        await host.ReadyAsync();
        await host.ProduceAsync(Topics.Commerce, "visitor", "at last");

        await Eventually.EqualAsync(["at last"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
        Assert.Equal(1, host.Log.Count($"Kafka is not ready: {missing}"));
        Assert.Null((await host.HealthAsync()).Entries["kafka"].Description);
    }

    private static string[] Shapes(KafkaUnderTest kafka)
    {
        using var admin = Admin(kafka);
        return [.. Topics.Input.Select(topic => admin.GetMetadata(kafka.Prefix + topic, KafkaHost.Patience).Topics.Single().Partitions)
            .Select(partitions => $"{partitions.Count} of {partitions[0].Replicas.Length}")];
    }

    /// <summary>What was set for the topics themselves; what they have by default stays out.</summary>
    private static async Task<Dictionary<string, string>[]> SettingsAsync(KafkaUnderTest kafka, params string[] others)
    {
        using var admin = Admin(kafka);
        var topics = await admin.DescribeConfigsAsync(
            (others.Length > 0 ? others : Topics.Input).Select(topic => new ConfigResource { Type = ResourceType.Topic, Name = kafka.Prefix + topic }), new DescribeConfigsOptions { RequestTimeout = KafkaHost.Patience });
        return [.. topics.Select(topic => topic.Entries.Values.Where(e => e.Source == ConfigSource.DynamicTopicConfig).ToDictionary(e => e.Name, e => e.Value))];
    }

    private static IAdminClient Admin(KafkaUnderTest kafka) => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.Servers }).Build();
}
