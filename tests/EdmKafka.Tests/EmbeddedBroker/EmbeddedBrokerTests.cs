using Confluent.Kafka;
using EdmContracts;
using EdmDemo.EmbeddedBroker;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EdmKafka.Tests.EmbeddedBroker;

public class EmbeddedBrokerTests
{
    [Fact]
    public void It_has_the_input_topics_with_six_partitions_each_and_one_partition_of_the_others()
    {
        using var broker = new EmbeddedKafka("shop.");
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = broker.BootstrapServers }).Build();

        Assert.Equal(
            Topics.Input.Select(topic => $"shop.{topic}: 6").Concat(["shop.edm-live: 1", "shop.edm-rejected: 1"]).Order(StringComparer.Ordinal),
            admin.GetMetadata(KafkaHost.Patience).Topics.Select(t => $"{t.Topic}: {t.Partitions.Count}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_started_where_no_brokers_are_named_and_says_what_it_cannot_do()
    {
        var builder = Builder();
        builder.AddEmbeddedBroker();
        using var broker = Assert.IsType<EmbeddedKafka>(builder.Services.Single(s => s.ServiceType == typeof(EmbeddedKafka)).ImplementationInstance);

        builder.AddKafka();

        var options = builder.Build().Services.GetRequiredService<KafkaSettings>();
        Assert.Equal(broker.BootstrapServers, options.Options.BootstrapServers);
        Assert.Equal((false, false), (options.CreateTopics, options.Options.BrokerTimes));
    }

    [Fact]
    public void Its_log_is_another_one_each_time_and_so_is_its_cluster_s_id()
    {
        WebApplicationBuilder one = Builder(), two = Builder();
        one.AddEmbeddedBroker();
        two.AddEmbeddedBroker();

        Assert.NotEqual(one.Configuration["Kafka:ClusterId"], two.Configuration["Kafka:ClusterId"]);
    }

    [Theory]
    [InlineData("KAFKA_URL", "kafka://a:1")]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS", "a:1")]
    [InlineData("ConnectionStrings:kafka", "a:1")]
    [InlineData("Kafka:BootstrapServers", "a:1")]
    public void It_is_not_started_where_brokers_are_named(string key, string value)
    {
        var builder = Builder((key, value));

        builder.AddEmbeddedBroker();

        Assert.DoesNotContain(builder.Services, s => s.ServiceType == typeof(EmbeddedKafka));
        Assert.Null(builder.Configuration["Kafka:ClusterId"]);
    }

    [Theory]
    [InlineData("KAFKA_PREFIX")]
    [InlineData("Kafka:Prefix")]
    public void Its_topics_carry_the_prefix(string key)
    {
        var builder = Builder((key, "shop."));
        builder.AddEmbeddedBroker();
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = builder.Configuration["Kafka:BootstrapServers"] }).Build();

        Assert.All(admin.GetMetadata(KafkaHost.Patience).Topics, t => Assert.StartsWith("shop.edm-", t.Topic, StringComparison.Ordinal));
    }

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        return builder;
    }
}
