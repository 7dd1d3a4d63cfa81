using Confluent.Kafka;

namespace EdmKafka;

/// <summary>
/// Section <c>Kafka</c>, with the variables of the environment that stand before it. <see cref="KafkaSettings"/> reads it.
/// </summary>
public sealed class KafkaOptions
{
    /// <summary><c>host:port</c>, several with commas.</summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>Stands before every topic's and group's name on the cluster.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>When not given: SASL_SSL with a mechanism, SSL with a certificate, else plaintext.</summary>
    public SecurityProtocol? SecurityProtocol { get; set; }

    /// <summary>PEM text of the authorities that a broker's certificate may come from; several are allowed.</summary>
    public string TrustedCert { get; set; } = "";

    /// <summary>PEM text of this client's certificate.</summary>
    public string ClientCert { get; set; } = "";

    /// <summary>PEM text of its private key.</summary>
    public string ClientCertKey { get; set; } = "";

    public SaslMechanism? SaslMechanism { get; set; }

    public string SaslUsername { get; set; } = "";

    public string SaslPassword { get; set; } = "";

    /// <summary>Whether missing topics are made at start; when not given: yes, but not on a <c>kafka+ssl</c> platform.</summary>
    public bool? CreateTopics { get; set; }

    /// <summary>The cluster's id where the brokers cannot be asked for one that lasts.</summary>
    public string ClusterId { get; set; } = "";

    /// <summary>Whether the brokers find offsets by time and tell their own time truly.</summary>
    public bool BrokerTimes { get; set; } = true;
}
