namespace EdmKafka;

/// <summary>What is known of a record after it was handed to Kafka.</summary>
public enum WriteOutcome
{
    /// <summary>Every in-sync replica has it.</summary>
    Written,

    /// <summary>It is certain that no broker has it.</summary>
    NotWritten,

    /// <summary>A broker may have it or not: its answer never came.</summary>
    Unknown,

    /// <summary>It is too large for the brokers, now and later.</summary>
    TooLarge,
}
