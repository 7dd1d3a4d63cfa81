namespace EdmKafka.Tests;

public class KafkaMistakesTests
{
    private const string
        Brokers = "KAFKA_BOOTSTRAP_SERVERS=a:1;",
        NoUrl = "KAFKA_URL: every broker is written kafka://host:port or kafka+ssl://host:port, several with commas.",
        NoServers = "every broker is written host:port, several with commas.",
        NoPrefix = "KAFKA_PREFIX: a prefix is at most 100 letters, digits, dots, dashes and underscores.",
        NoLogin = "KAFKA_SASL_MECHANISM: a mechanism needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.",
        NoPair = "KAFKA_CLIENT_CERT: the certificate and KAFKA_CLIENT_CERT_KEY go together; one is missing.",
        NoKey = "KAFKA_CLIENT_CERT_KEY: this is not the PEM text of the certificate's private key (-----BEGIN PRIVATE KEY----- …).";

    [Theory]
    [InlineData("", "KAFKA_URL: no brokers are configured. Set KAFKA_URL=kafka://host:9092 or KAFKA_BOOTSTRAP_SERVERS=host:9092.")]
    [InlineData("KAFKA_URL=,", NoUrl)]
    [InlineData("KAFKA_URL= ", NoUrl)]
    [InlineData("KAFKA_URL=localhost:9092", NoUrl)]
    [InlineData("KAFKA_URL=localhost", NoUrl)]
    [InlineData("KAFKA_URL=kafka:a:9092", NoUrl)]
    [InlineData("KAFKA_URL=http://a:9092", NoUrl)]
    [InlineData("KAFKA_URL=kafka://a:99999", NoUrl)]
    [InlineData("KAFKA_URL=kafka://a:1,kafka+ssl://b:2", "KAFKA_URL: kafka:// and kafka+ssl:// cannot be mixed.")]
    [InlineData("KAFKA_URL=kafka://me:secret@a:1", "KAFKA_URL: no user name or password belongs into an address. Set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.")]
    [InlineData("KAFKA_URL=kafka://a", "KAFKA_URL: behind the host 'a' comes a port and nothing else, such as kafka://a:9092.")]
    [InlineData("KAFKA_URL=kafka+ssl://a:1/topic", "KAFKA_URL: behind the host 'a' comes a port and nothing else, such as kafka+ssl://a:9092.")]
    [InlineData("KAFKA_URL=kafka://a:1?acks=1", "KAFKA_URL: behind the host 'a' comes a port and nothing else, such as kafka://a:9092.")]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a", "KAFKA_BOOTSTRAP_SERVERS: " + NoServers)]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=a:1,b", "KAFKA_BOOTSTRAP_SERVERS: " + NoServers)]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=me:secret@a:1", "KAFKA_BOOTSTRAP_SERVERS: " + NoServers)]
    [InlineData("ConnectionStrings:kafka=kafka://a:1", "ConnectionStrings:kafka: " + NoServers)]
    [InlineData("Kafka:BootstrapServers=a:0", "Kafka:BootstrapServers: " + NoServers)]
    public void Brokers_that_cannot_be_meant_are_a_mistake(string given, string mistake)
    {
        Assert.Equal([mistake], SettingsText.Read(given).Mistakes);
    }

    [Theory]
    [InlineData("KAFKA_PREFIX=shop/", NoPrefix)]
    [InlineData("KAFKA_PREFIX=läden.", NoPrefix)]
    [InlineData("KAFKA_TOPIC=clicks", "KAFKA_TOPIC: 'clicks' is not one of edm-ui-click, edm-ui-pageload, edm-ui-commerce.")]
    [InlineData("KAFKA_SASL_USERNAME=shop", "KAFKA_SASL_USERNAME: a user needs KAFKA_SASL_MECHANISM.")]
    [InlineData("KAFKA_SASL_MECHANISM=PLAIN", NoLogin)]
    [InlineData("KAFKA_SASL_MECHANISM=PLAIN;KAFKA_SASL_USERNAME=shop", NoLogin)]
    [InlineData("KAFKA_SASL_MECHANISM=PLAIN;KAFKA_SASL_PASSWORD=secret", NoLogin)]
    [InlineData("KAFKA_SASL_MECHANISM=GSSAPI", "KAFKA_SASL_MECHANISM: 'GSSAPI' is not one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512.")]
    [InlineData("Kafka:SecurityProtocol=SASL_SSL", "Kafka:SecurityProtocol: SaslSsl needs KAFKA_SASL_MECHANISM.")]
    [InlineData("Kafka:SecurityProtocol=SASL_PLAINTEXT", "Kafka:SecurityProtocol: SaslPlaintext needs KAFKA_SASL_MECHANISM.")]
    [InlineData("Kafka:SecurityProtocol=TLS", "Kafka:SecurityProtocol: 'TLS' is not one of Plaintext, Ssl, SaslPlaintext, SaslSsl.")]
    [InlineData("KAFKA_TRUSTED_CERT=/etc/ca.pem", "KAFKA_TRUSTED_CERT: this is not the PEM text of a certificate (-----BEGIN CERTIFICATE----- …).")]
    [InlineData("KAFKA_TRUSTED_CERT=-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "KAFKA_TRUSTED_CERT: this is not the PEM text of a certificate (-----BEGIN CERTIFICATE----- …).")]
    [InlineData("KAFKA_CLIENT_CERT={certificate}", NoPair)]
    [InlineData("KAFKA_CLIENT_CERT_KEY={key}", NoPair)]
    [InlineData("KAFKA_CLIENT_CERT=nothing;KAFKA_CLIENT_CERT_KEY={key}", "KAFKA_CLIENT_CERT: this is not the PEM text of a certificate (-----BEGIN CERTIFICATE----- …).")]
    [InlineData("KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY=nothing", NoKey)]
    [InlineData("KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY={other key}", NoKey)]
    [InlineData("KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY=-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", NoKey)]
    [InlineData("Kafka:CreateTopics=perhaps", "Kafka:CreateTopics: 'perhaps' is not true or false.")]
    [InlineData("Kafka:BrokerTimes=", "Kafka:BrokerTimes: '' is not true or false.")]
    [InlineData("Kafka:Acks=1", "Kafka:Acks is not a setting. Kafka has: BootstrapServers, BrokerTimes, ClientCert, ClientCertKey, ClusterId, CreateTopics, Prefix, SaslMechanism, SaslPassword, SaslUsername, SecurityProtocol, TrustedCert.")]
    public void A_value_that_cannot_be_meant_is_a_mistake(string given, string mistake)
    {
        Assert.Equal([mistake], SettingsText.Read(Brokers + given).Mistakes);
    }

    [Fact]
    public void A_prefix_has_room_for_the_topic_s_name()
    {
        Assert.Empty(SettingsText.Read($"{Brokers}KAFKA_PREFIX={new string('a', 100)}").Mistakes);
        Assert.Equal([NoPrefix], SettingsText.Read($"{Brokers}KAFKA_PREFIX={new string('a', 101)}").Mistakes);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var mistakes = SettingsText.Read("KAFKA_URL=kafka://a,http://b:1;KAFKA_PREFIX=/;KAFKA_TOPIC=x;KAFKA_SASL_MECHANISM=y;Kafka:Acks=1").Mistakes;

        Assert.Equal(
            ["Kafka:Acks", "KAFKA_URL", "KAFKA_URL", "KAFKA_SASL_MECHANISM", "KAFKA_PREFIX", "KAFKA_TOPIC"],
            mistakes.Select(m => m.Split(": ")[0].Split(' ')[0]));
    }
}
