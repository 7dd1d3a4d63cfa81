namespace EdmKafka.Tests;

public class KafkaSettingsTests
{
    private const string Sasl = "KAFKA_SASL_USERNAME=shop;KAFKA_SASL_PASSWORD=secret;";

    [Theory]
    [InlineData("KAFKA_URL=kafka://a:9092", "a:9092 from KAFKA_URL, Plaintext, no prefix")]
    [InlineData("KAFKA_URL=kafka://a:9092/, kafka://b:9093", "a:9092,b:9093 from KAFKA_URL, Plaintext, no prefix")]
    [InlineData("KAFKA_URL=kafka+ssl://a:9096,kafka+ssl://b:9096", "a:9096,b:9096 from KAFKA_URL, Ssl, no prefix")]
    [InlineData("KAFKA_URL=kafka://[::1]:9092", "[::1]:9092 from KAFKA_URL, Plaintext, no prefix")]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a:9092,b:9092", "a:9092,b:9092 from KAFKA_BOOTSTRAP_SERVERS, Plaintext, no prefix")]
    [InlineData("ConnectionStrings:kafka=a:9092", "a:9092 from ConnectionStrings:kafka, Plaintext, no prefix")]
    [InlineData("Kafka:BootstrapServers=a:9092", "a:9092 from Kafka:BootstrapServers, Plaintext, no prefix")]
    [InlineData("Kafka:BootstrapServers=d:4;ConnectionStrings:kafka=c:3;KAFKA_BOOTSTRAP_SERVERS=b:2;KAFKA_URL=kafka://a:1", "a:1 from KAFKA_URL, Plaintext, no prefix")]
    [InlineData("Kafka:BootstrapServers=d:4;ConnectionStrings:kafka=c:3;KAFKA_BOOTSTRAP_SERVERS=b:2;KAFKA_URL=", "b:2 from KAFKA_BOOTSTRAP_SERVERS, Plaintext, no prefix")]
    [InlineData("Kafka:BootstrapServers=d:4;ConnectionStrings:kafka=c:3", "c:3 from ConnectionStrings:kafka, Plaintext, no prefix")]
    [InlineData("KAFKA_URL=kafka://a:1;KAFKA_PREFIX=shop.", "a:1 from KAFKA_URL, Plaintext, prefix shop.")]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:Prefix=shop.", "a:1 from KAFKA_URL, Plaintext, prefix shop.")]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:Prefix=shop.;KAFKA_PREFIX=", "a:1 from KAFKA_URL, Plaintext, prefix shop.")]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:Prefix=shop.;KAFKA_PREFIX=mall.", "a:1 from KAFKA_URL, Plaintext, prefix mall.")]
    public void The_first_source_that_is_given_names_the_brokers(string given, string line)
    {
        var (settings, mistakes) = SettingsText.Read(given);

        Assert.Empty(mistakes);
        Assert.Equal(line, settings.ToString());
    }

    [Theory]
    [InlineData("KAFKA_TRUSTED_CERT={certificate}", "Ssl")]
    [InlineData("KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY={key}", "Ssl")]
    [InlineData("Kafka:ClientCert={certificate};Kafka:ClientCertKey={key}", "Ssl")]
    [InlineData(Sasl + "KAFKA_SASL_MECHANISM=PLAIN", "SaslSsl with Plain")]
    [InlineData(Sasl + "KAFKA_SASL_MECHANISM=scram-sha-256", "SaslSsl with ScramSha256")]
    [InlineData(Sasl + "KAFKA_SASL_MECHANISM=SCRAM-SHA-512", "SaslSsl with ScramSha512")]
    [InlineData(Sasl + "KAFKA_SASL_MECHANISM=SCRAM-SHA-512;KAFKA_TRUSTED_CERT={certificate}", "SaslSsl with ScramSha512")]
    [InlineData("Kafka:SaslUsername=shop;Kafka:SaslPassword=secret;Kafka:SaslMechanism=SCRAM-SHA-512", "SaslSsl with ScramSha512")]
    [InlineData(Sasl + "KAFKA_SASL_MECHANISM=PLAIN;Kafka:SecurityProtocol=SASL_PLAINTEXT", "SaslPlaintext with Plain")]
    [InlineData("Kafka:SecurityProtocol=SSL", "Ssl")]
    [InlineData("KAFKA_TRUSTED_CERT={certificate};Kafka:SecurityProtocol=Plaintext", "Plaintext")]
    public void The_protocol_follows_from_what_is_given_unless_it_is_named(string given, string protocol)
    {
        var (settings, mistakes) = SettingsText.Read("KAFKA_BOOTSTRAP_SERVERS=a:1;" + given);

        Assert.Empty(mistakes);
        Assert.Equal($"a:1 from KAFKA_BOOTSTRAP_SERVERS, {protocol}, no prefix", settings.ToString());
    }

    [Theory]
    [InlineData("KAFKA_URL=kafka://a:1", true)]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a:1", true)]
    [InlineData("KAFKA_URL=kafka+ssl://a:1", false)]
    [InlineData("KAFKA_URL=kafka+ssl://a:1;Kafka:CreateTopics=true", true)]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:CreateTopics=false", false)]
    public void Topics_are_made_except_on_a_platform_unless_it_is_said(string given, bool made)
    {
        Assert.Equal(made, SettingsText.Read(given).Settings.CreateTopics);
    }

    [Theory]
    [InlineData("edm-ui-click")]
    [InlineData("edm-ui-commerce")]
    [InlineData("shop.edm-ui-pageload")]
    public void The_topic_of_2018_may_be_named(string topic)
    {
        Assert.Empty(SettingsText.Read($"KAFKA_URL=kafka://a:1;KAFKA_PREFIX=shop.;KAFKA_TOPIC={topic}").Mistakes);
    }

    [Fact]
    public void Variables_that_are_not_ours_are_left_alone()
    {
        Assert.Empty(SettingsText.Read("KAFKA_URL=kafka://a:1;KAFKA_HOME=/somewhere;KAFKA_OPTS=-X;KAFKA_HEAP_OPTS=-Xmx1g;KAFKA_URLS=x").Mistakes);
    }

    [Theory]
    [InlineData("KAFKA_URL=kafka://a:1", true)]
    [InlineData("ConnectionStrings:kafka=a:1", true)]
    [InlineData("Kafka:Prefix=shop.;KAFKA_URL=", false)]
    public void It_is_known_whether_brokers_are_named_at_all(string given, bool named)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager();
        foreach (var (key, value) in SettingsText.Pairs(given)) configuration[key] = value;

        Assert.Equal(named, KafkaSettings.NameBrokers(configuration));
    }
}
