using Confluent.Kafka;

namespace EdmKafka;

/// <summary>How the package's own clients are given their log, whatever they are for.</summary>
internal static class ClientLogging
{
    public static AdminClientBuilder LogTo(this AdminClientBuilder builder, ClientLog log) => builder
        .SetLogHandler((_, line) => log.Line(line))
        .SetErrorHandler((_, error) => log.Error(error));

    public static ConsumerBuilder<byte[], byte[]> LogTo(this ConsumerBuilder<byte[], byte[]> builder, ClientLog log) => builder
        .SetLogHandler((_, line) => log.Line(line))
        .SetErrorHandler((_, error) => log.Error(error));
}
