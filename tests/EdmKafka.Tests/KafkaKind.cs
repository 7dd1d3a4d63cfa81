namespace EdmKafka.Tests;

/// <summary>The broker that a test runs against.</summary>
public enum KafkaKind
{
    /// <summary>The one inside the process.</summary>
    Embedded,

    /// <summary>A node of Apache Kafka.</summary>
    Real,
}
