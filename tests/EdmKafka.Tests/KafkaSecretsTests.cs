namespace EdmKafka.Tests;

public class KafkaSecretsTests
{
    [Fact]
    public void The_line_for_the_log_tells_no_secret()
    {
        var (settings, _) = SettingsText.Read(
            "KAFKA_BOOTSTRAP_SERVERS=a:1;KAFKA_CLIENT_CERT={certificate};KAFKA_CLIENT_CERT_KEY={key};" +
            "KAFKA_SASL_MECHANISM=PLAIN;KAFKA_SASL_USERNAME=me;KAFKA_SASL_PASSWORD=hunter2");

        Assert.Equal("a:1 from KAFKA_BOOTSTRAP_SERVERS, SaslSsl with Plain, no prefix", settings.ToString());
    }

    [Theory]
    [InlineData("KAFKA_URL=kafka://me:hunter2@a:1")]
    [InlineData("KAFKA_URL=kafka://me:hunter2@a")]
    [InlineData("KAFKA_URL=kafka://me:1/hunter2@a:1")]
    [InlineData("KAFKA_URL=kafka://a:1?sasl.password=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1#hunter2")]
    [InlineData("KAFKA_URL=me:hunter2@a:1")]
    [InlineData("KAFKA_BOOTSTRAP_SERVERS=me:hunter2@a:1")]
    [InlineData("ConnectionStrings:kafka=kafka://me:hunter2@a:1")]
    [InlineData("KAFKA_URL=kafka://a:1;KAFKA_CLIENT_CERT_KEY=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1;KAFKA_CLIENT_CERT=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1;KAFKA_TRUSTED_CERT=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1;KAFKA_SASL_MECHANISM=PLAIN;KAFKA_SASL_PASSWORD=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:SecurityProtocol=SASL_SSL;Kafka:SaslPassword=hunter2")]
    [InlineData("KAFKA_URL=kafka://a:1;Kafka:Password=hunter2")]
    public void A_mistake_tells_no_secret(string given)
    {
        var mistakes = SettingsText.Read(given).Mistakes;

        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, m => Assert.DoesNotContain("hunter2", m, StringComparison.Ordinal));
    }
}
