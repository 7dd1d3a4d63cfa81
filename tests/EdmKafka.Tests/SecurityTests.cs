using EdmContracts;

namespace EdmKafka.Tests;

public sealed class SecurityTests(SecureKafka secure) : IClassFixture<SecureKafka>
{
    [Fact]
    public async Task A_client_with_a_certificate_writes_and_reads()
    {
        var cluster = await secure.ClusterAsync();
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(
            reader, ("KAFKA_URL", $"kafka+ssl://{cluster.TlsServers}"), ("Kafka:CreateTopics", "true"), ("KAFKA_PREFIX", SharedKafka.NewPrefix()),
            ("KAFKA_TRUSTED_CERT", cluster.Certificates.AuthorityPem),
            ("KAFKA_CLIENT_CERT", cluster.Certificates.ClientCertificatePem), ("KAFKA_CLIENT_CERT_KEY", cluster.Certificates.ClientKeyPem));

        await WritesAndReadsAsync(host, reader);
        SaysNoSecret(host, cluster);
    }

    [Fact]
    public async Task A_client_with_a_password_writes_and_reads()
    {
        var cluster = await secure.ClusterAsync();
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(reader, WithPassword(cluster, cluster.Certificates.AuthorityPem, cluster.SaslPassword));

        await WritesAndReadsAsync(host, reader);
        SaysNoSecret(host, cluster);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_said()
    {
        var cluster = await secure.ClusterAsync();
        await using var host = await KafkaHost.StartAsync(reader: null, WithPassword(cluster, cluster.Certificates.AuthorityPem, "a wrong one"));

        await RefusedAsync(host, "Authentication failed");
        Assert.DoesNotContain(host.Log.All, l => l.Contains("a wrong one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Brokers_of_another_authority_are_refused_and_it_is_said()
    {
        var cluster = await secure.ClusterAsync();
        await using var host = await KafkaHost.StartAsync(reader: null, WithPassword(cluster, cluster.Certificates.OtherAuthorityPem, cluster.SaslPassword));

        await RefusedAsync(host, "certificate verify failed");
    }

    [Fact]
    public async Task A_platform_s_brokers_of_another_authority_are_refused_too()
    {
        var cluster = await secure.ClusterAsync();
        await using var host = await KafkaHost.StartAsync(
            reader: null, ("KAFKA_URL", $"kafka+ssl://{cluster.TlsServers}"), ("KAFKA_TRUSTED_CERT", cluster.Certificates.OtherAuthorityPem),
            ("KAFKA_CLIENT_CERT", cluster.Certificates.ClientCertificatePem), ("KAFKA_CLIENT_CERT_KEY", cluster.Certificates.ClientKeyPem));

        await RefusedAsync(host, "certificate verify failed");
    }

    private static (string Key, string Value)[] WithPassword(KafkaCluster cluster, string authority, string password) =>
    [
        ("KAFKA_BOOTSTRAP_SERVERS", cluster.SaslServers), ("KAFKA_PREFIX", SharedKafka.NewPrefix()), ("KAFKA_TRUSTED_CERT", authority),
        ("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"), ("KAFKA_SASL_USERNAME", cluster.SaslUsername), ("KAFKA_SASL_PASSWORD", password),
    ];

    private static async Task WritesAndReadsAsync(KafkaHost host, RecordingReader reader)
    {
        await host.ReadyAsync();
        Assert.Equal(WriteOutcome.Written, (await host.ProduceAsync(Topics.Click, "visitor", "hello")).Outcome);
        await Eventually.EqualAsync(["hello"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
    }

    private static Task RefusedAsync(KafkaHost host, string why) =>
        Eventually.TrueAsync(
            () => host.Brokers.Now is { Answers: false, Reason: { } reason } && reason.Contains(why, StringComparison.Ordinal),
            KafkaHost.Patience, () => host.Brokers.Now.ToString());

    private static void SaysNoSecret(KafkaHost host, KafkaCluster cluster)
    {
        var key = cluster.Certificates.ClientKeyPem.Split('\n')[1];
        Assert.DoesNotContain(host.Log.All, l => l.Contains(cluster.SaslPassword, StringComparison.Ordinal) || l.Contains(key, StringComparison.Ordinal));
    }
}
