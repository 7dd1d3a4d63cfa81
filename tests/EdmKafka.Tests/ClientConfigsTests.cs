using Confluent.Kafka;
using Microsoft.Extensions.Hosting.Internal;

namespace EdmKafka.Tests;

public class ClientConfigsTests
{
    [Fact]
    public void What_is_set_for_the_producer_stays_out_of_the_consumer()
    {
        var configs = Configs("KAFKA_URL=kafka://a:1");
        var alone = configs.Consumer("group").ToDictionary(c => c.Key, c => c.Value);

        configs.Producer().MessageTimeoutMs = 1;

        Assert.Equal(alone, configs.Consumer("group").ToDictionary(c => c.Key, c => c.Value));
        Assert.DoesNotContain(alone.Keys, key => key is "acks" or "enable.idempotence" or "message.timeout.ms" or "linger.ms" or "partitioner");
    }

    [Fact]
    public void What_is_set_for_the_consumer_stays_out_of_the_producer()
    {
        var configs = Configs("KAFKA_URL=kafka://a:1");

        configs.Consumer("group");

        Assert.DoesNotContain(configs.Producer(), c => c.Key is "group.id" or "auto.offset.reset" or "enable.partition.eof");
    }

    [Theory]
    [InlineData("KAFKA_URL=kafka+ssl://a:1", "none")]
    [InlineData("KAFKA_URL=kafka://a:1", null)]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a:1;KAFKA_TRUSTED_CERT={certificate}", null)]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a:1;Kafka:SecurityProtocol=SSL", null)]
    public void The_host_s_name_is_checked_except_on_a_platform(string given, string? algorithm)
    {
        Assert.Equal(algorithm, Value(Configs(given).Admin(), "ssl.endpoint.identification.algorithm"));
    }

    [Fact]
    public void The_certificate_is_verified_on_a_platform_too()
    {
        Assert.Null(Configs("KAFKA_URL=kafka+ssl://a:1").Admin().EnableSslCertificateVerification);
    }

    [Fact]
    public void Certificates_come_as_texts()
    {
        var config = Configs("KAFKA_URL=kafka+ssl://a:1;KAFKA_TRUSTED_CERT={certificate};KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY={key}").Producer();

        Assert.Equal((PemTexts.Certificate, PemTexts.Certificate, PemTexts.Key), (config.SslCaPem, config.SslCertificatePem, config.SslKeyPem));
    }

    [Fact]
    public void The_group_carries_the_prefix_as_the_topics_do()
    {
        Assert.Equal("shop.group", Configs("KAFKA_URL=kafka://a:1;KAFKA_PREFIX=shop.").Consumer("group").GroupId);
    }

    private static ClientConfigs Configs(string given) => new(SettingsText.Read(given).Settings, new HostingEnvironment { ApplicationName = "Tests" });

    private static string? Value(ClientConfig config, string key) => config.Where(c => c.Key == key).Select(c => c.Value).SingleOrDefault();
}
