using Confluent.Kafka;

namespace EdmShopper.Verify;

/// <summary>
/// Which Kafka to read, and how: by <c>--kafka</c> and <c>--prefix</c>, else by the variables that the services read.
/// Written here once more, on purpose: a proof that shares its code with what it proves would share its mistakes.
/// </summary>
/// <param name="Client">The client's settings.</param>
/// <param name="Prefix">What stands before every topic's name on the cluster.</param>
internal sealed record TopicsPlace(ClientConfig Client, string Prefix)
{
    /// <param name="servers">What <c>--kafka</c> says: <c>host:port</c>, several with commas; null when it is not given.</param>
    /// <param name="prefix">What <c>--prefix</c> says; null when it is not given.</param>
    /// <param name="variable">The environment.</param>
    /// <param name="mistakes">What is wrong is added here; then there is no place.</param>
    public static TopicsPlace? Read(string? servers, string? prefix, Func<string, string?> variable, List<string> mistakes)
    {
        string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;

        var (source, said) = servers is not null ? ("--kafka", servers) :
            Given("KAFKA_URL") is { } url ? ("KAFKA_URL", url) :
            ("KAFKA_BOOTSTRAP_SERVERS", Given("KAFKA_BOOTSTRAP_SERVERS") ?? "");
        var platform = said.Contains("kafka+ssl://", StringComparison.Ordinal);
        var brokers = said.Replace("kafka+ssl://", "", StringComparison.Ordinal).Replace("kafka://", "", StringComparison.Ordinal);
        if (said.Length == 0)
            mistakes.Add("No Kafka is named: say --kafka host:port, or set KAFKA_URL or KAFKA_BOOTSTRAP_SERVERS.");
        else if (!brokers.Split(',').All(IsHostAndPort))
            mistakes.Add($"{source}: every broker is written host:port, several with commas.");

        var config = new ClientConfig { BootstrapServers = brokers, ClientId = "EdmShopper-verify", AllowAutoCreateTopics = false };
        if (Given("KAFKA_TRUSTED_CERT") is { } authority) config.SslCaPem = authority;
        if (Given("KAFKA_CLIENT_CERT") is { } certificate) config.SslCertificatePem = certificate;
        if (Given("KAFKA_CLIENT_CERT_KEY") is { } key) config.SslKeyPem = key;

        // The certificates of that platform's brokers name other hosts than their addresses do.
        if (platform) config.SslEndpointIdentificationAlgorithm = SslEndpointIdentificationAlgorithm.None;
        var tls = platform || config.SslCaPem is not null || config.SslCertificatePem is not null;
        config.SecurityProtocol = tls ? SecurityProtocol.Ssl : SecurityProtocol.Plaintext;
        if (Given("KAFKA_SASL_MECHANISM") is { } mechanism)
        {
            config.SecurityProtocol = SecurityProtocol.SaslSsl;
            config.SaslUsername = Given("KAFKA_SASL_USERNAME");
            config.SaslPassword = Given("KAFKA_SASL_PASSWORD");
            config.SaslMechanism = Mechanism(mechanism, mistakes);
            if (config.SaslUsername is null || config.SaslPassword is null)
                mistakes.Add("KAFKA_SASL_MECHANISM: a mechanism needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.");
        }

        return mistakes.Count > 0 ? null : new TopicsPlace(config, prefix ?? Given("KAFKA_PREFIX") ?? "");
    }

    private static bool IsHostAndPort(string server) =>
        server.LastIndexOf(':') is > 0 and var colon
        && server.AsSpan().IndexOfAny('/', '@') < 0
        && ushort.TryParse(server.AsSpan(colon + 1).Trim(), out var port) && port > 0;

    private static SaslMechanism? Mechanism(string text, List<string> mistakes)
    {
        switch (text.ToUpperInvariant())
        {
            case "PLAIN": return SaslMechanism.Plain;
            case "SCRAM-SHA-256": return SaslMechanism.ScramSha256;
            case "SCRAM-SHA-512": return SaslMechanism.ScramSha512;
            default:
                mistakes.Add($"KAFKA_SASL_MECHANISM: '{text}' is not one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512.");
                return null;
        }
    }
}
