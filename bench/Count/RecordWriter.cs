using Confluent.Kafka;
using EdmTesting;

namespace Count;

/// <summary>Writes records to the three topics, which it makes.</summary>
internal static class RecordWriter
{
    private const int Partitions = 6;

    /// <summary>Ends when the brokers have all of them; each then knows its place.</summary>
    /// <returns>How many bytes they have on average.</returns>
    /// <exception cref="KafkaException">One was not written.</exception>
    public static async Task<double> WriteAsync(string bootstrapServers, string prefix, IEnumerable<WrittenRecord> records)
    {
        foreach (var topic in new[] { WrittenRecord.Click, WrittenRecord.PageLoad, WrittenRecord.Commerce })
            await ClusterTopics.CreateAsync(bootstrapServers, prefix + topic, Partitions, ("message.timestamp.after.max.ms", "60000"));
        return await Task.Run(() => Write(bootstrapServers, prefix, records));
    }

    private static double Write(string bootstrapServers, string prefix, IEnumerable<WrittenRecord> records)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = bootstrapServers,
            EnableIdempotence = true,
            Partitioner = Partitioner.Murmur2Random,
            LingerMs = 20,
            QueueBufferingMaxMessages = 200_000,
            DeliveryReportFields = "none",
        };
        using var producer = new ProducerBuilder<string, byte[]>(config).SetLogHandler((_, _) => { }).Build();
        Error? failure = null;
        var (count, bytes) = (0L, 0L);
        foreach (var record in records)
        {
            var message = new Message<string, byte[]>
            {
                Key = record.Visitor,
                Value = RecordText.Of(record),
                Timestamp = new Timestamp(record.ReceiveTime, TimestampType.CreateTime),
            };
            count++;
            bytes += message.Value.Length;
            Produce(message, report =>
            {
                (record.Partition, record.Offset) = (report.Partition.Value, report.Offset.Value);
                if (report.Error.IsError) failure = report.Error;
            }, prefix + record.Topic);
        }

        producer.Flush();
        return failure is null ? (double)bytes / count : throw new KafkaException(failure);

        void Produce(Message<string, byte[]> message, Action<DeliveryReport<string, byte[]>> delivered, string topic)
        {
            while (true)
            {
                try
                {
                    producer.Produce(topic, message, delivered);
                    return;
                }
                catch (ProduceException<string, byte[]> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
                {
                    producer.Flush(TimeSpan.FromMilliseconds(100));
                }
            }
        }
    }
}
