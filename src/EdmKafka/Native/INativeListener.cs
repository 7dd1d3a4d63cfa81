using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>Whom a client's events are told to, all on one thread, which must not be held up.</summary>
internal interface INativeListener
{
    /// <summary>What became of a record.</summary>
    void Delivered(in NativeReport report);

    /// <summary>An error that belongs to no record.</summary>
    void Failed(Error error);

    /// <summary>A line of the library's own log.</summary>
    void Logged(LogMessage line);
}
