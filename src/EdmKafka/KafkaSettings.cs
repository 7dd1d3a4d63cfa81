using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Confluent.Kafka;
using EdmContracts;
using EdmHosting;
using Microsoft.Extensions.Configuration;

namespace EdmKafka;

/// <summary>
/// How to reach the brokers, read from every place that may say it: <c>KAFKA_URL</c>, else
/// <c>KAFKA_BOOTSTRAP_SERVERS</c>, else <c>ConnectionStrings:kafka</c>, else section <c>Kafka</c>. Variables that begin
/// with <c>KAFKA_</c> and are not named here belong to somebody else.
/// </summary>
public sealed class KafkaSettings
{
    private KafkaSettings(KafkaOptions options, string source, bool verifyHostName)
    {
        Options = options;
        Source = source;
        VerifyHostName = verifyHostName;
        Protocol = options.SecurityProtocol ??
            (options.SaslMechanism is not null ? SecurityProtocol.SaslSsl :
            !verifyHostName || options.TrustedCert.Length > 0 || options.ClientCert.Length > 0 ? SecurityProtocol.Ssl :
            SecurityProtocol.Plaintext);
    }

    public KafkaOptions Options { get; }

    /// <summary>The name of the setting that named the brokers.</summary>
    public string Source { get; }

    public SecurityProtocol Protocol { get; }

    /// <summary>
    /// False for <c>kafka+ssl</c> addresses alone: the certificates of that platform's brokers name other hosts than
    /// their addresses do. The certificate itself is always verified.
    /// </summary>
    public bool VerifyHostName { get; }

    public bool CreateTopics => Options.CreateTopics ?? VerifyHostName;

    /// <summary>Whether any setting names brokers.</summary>
    public static bool NameBrokers(IConfiguration configuration) => Brokers(configuration).Servers.Length > 0;

    /// <summary>What stands before the names on the cluster; empty when nothing does.</summary>
    public static string PrefixOf(IConfiguration configuration) => Given(configuration, "KAFKA_PREFIX", configuration["Kafka:Prefix"] ?? "");

    /// <summary>Reads all of it; what is wrong is added to the mistakes, each with the name of its setting.</summary>
    public static KafkaSettings Read(IConfiguration configuration, SettingsMistakes mistakes)
    {
        var options = SettingsReader.Read<KafkaOptions>(configuration.GetSection("Kafka"), mistakes);
        var (source, servers) = Brokers(configuration);
        var platform = false;
        if (source == "KAFKA_URL")
            (servers, platform) = BrokerUrl.Read(servers, mistakes);
        else if (servers.Length == 0)
            mistakes.Add("KAFKA_URL: no brokers are configured. Set KAFKA_URL=kafka://host:9092 or KAFKA_BOOTSTRAP_SERVERS=host:9092.");
        else if (!servers.Split(',').All(BrokerUrl.IsHostAndPort))
            mistakes.Add($"{source}: every broker is written host:port, several with commas.");

        options.BootstrapServers = servers;
        options.Prefix = PrefixOf(configuration);
        options.TrustedCert = Given(configuration, "KAFKA_TRUSTED_CERT", options.TrustedCert);
        options.ClientCert = Given(configuration, "KAFKA_CLIENT_CERT", options.ClientCert);
        options.ClientCertKey = Given(configuration, "KAFKA_CLIENT_CERT_KEY", options.ClientCertKey);
        options.SaslUsername = Given(configuration, "KAFKA_SASL_USERNAME", options.SaslUsername);
        options.SaslPassword = Given(configuration, "KAFKA_SASL_PASSWORD", options.SaslPassword);
        if (configuration["KAFKA_SASL_MECHANISM"] is { Length: > 0 } mechanism) options.SaslMechanism = Mechanism(mechanism, mistakes);

        foreach (var mistake in Check(options, configuration["KAFKA_TOPIC"])) mistakes.Add(mistake);
        return new KafkaSettings(options, source, verifyHostName: !platform);
    }

    /// <summary>One line for the log: where the brokers' addresses came from, and nothing secret.</summary>
    public override string ToString() =>
        $"{Options.BootstrapServers} from {Source}, {Protocol}{(Options.SaslMechanism is { } sasl ? $" with {sasl}" : "")}, {(Options.Prefix.Length > 0 ? $"prefix {Options.Prefix}" : "no prefix")}";

    private static (string Source, string Servers) Brokers(IConfiguration configuration) =>
        configuration["KAFKA_URL"] is { Length: > 0 } url ? ("KAFKA_URL", url) :
        configuration["KAFKA_BOOTSTRAP_SERVERS"] is { Length: > 0 } servers ? ("KAFKA_BOOTSTRAP_SERVERS", servers) :
        configuration.GetConnectionString("kafka") is { Length: > 0 } connection ? ("ConnectionStrings:kafka", connection) :
        ("Kafka:BootstrapServers", configuration["Kafka:BootstrapServers"] ?? "");

    /// <summary>A variable that is empty is not given.</summary>
    private static string Given(IConfiguration configuration, string variable, string otherwise) =>
        configuration[variable] is { Length: > 0 } value ? value : otherwise;

    private static SaslMechanism? Mechanism(string text, SettingsMistakes mistakes)
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

    private static IEnumerable<string> Check(KafkaOptions options, string? topic)
    {
        if (options.Prefix.Length > 100 || options.Prefix.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            yield return "KAFKA_PREFIX: a prefix is at most 100 letters, digits, dots, dashes and underscores.";
        if (topic is { Length: > 0 } && !Topics.Input.Any(t => topic == t || topic == options.Prefix + t))
            yield return $"KAFKA_TOPIC: '{topic}' is not one of {string.Join(", ", Topics.Input)}.";
        if (options.SaslMechanism is null && options.SaslUsername.Length > 0)
            yield return "KAFKA_SASL_USERNAME: a user needs KAFKA_SASL_MECHANISM.";
        if (options.SaslMechanism is not null && (options.SaslUsername.Length == 0 || options.SaslPassword.Length == 0))
            yield return "KAFKA_SASL_MECHANISM: a mechanism needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.";
        if (options.SaslMechanism is null && options.SecurityProtocol is SecurityProtocol.SaslSsl or SecurityProtocol.SaslPlaintext)
            yield return $"Kafka:SecurityProtocol: {options.SecurityProtocol} needs KAFKA_SASL_MECHANISM.";
        if (options.ClientCert.Length > 0 != options.ClientCertKey.Length > 0)
            yield return "KAFKA_CLIENT_CERT: the certificate and KAFKA_CLIENT_CERT_KEY go together; one is missing.";
        if (options.TrustedCert.Length > 0 && !IsCertificate(options.TrustedCert))
            yield return "KAFKA_TRUSTED_CERT: this is not the PEM text of a certificate (-----BEGIN CERTIFICATE----- …).";
        if (options.ClientCert.Length > 0 && !IsCertificate(options.ClientCert))
            yield return "KAFKA_CLIENT_CERT: this is not the PEM text of a certificate (-----BEGIN CERTIFICATE----- …).";
        else if (options.ClientCert.Length > 0 && options.ClientCertKey.Length > 0 && !IsPair(options.ClientCert, options.ClientCertKey))
            yield return "KAFKA_CLIENT_CERT_KEY: this is not the PEM text of the certificate's private key (-----BEGIN PRIVATE KEY----- …).";
    }

    private static bool IsCertificate(string pem)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPem(pem);
            return found.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsPair(string certificatePem, string keyPem)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificatePem, keyPem);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
