using System.Text;
using Confluent.Kafka;

namespace EdmShopper.Verify;

/// <summary>
/// Reads the input topics with the plain client: from a time to the ends that they had when the reading began. It joins
/// no group and commits nothing.
/// </summary>
internal sealed class TopicsReader(TopicsPlace place)
{
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(20), Silence = TimeSpan.FromSeconds(60);

    /// <param name="since">Milliseconds since 1970.</param>
    /// <param name="take">Called for each record, on the caller's thread.</param>
    /// <param name="progress">Told how many of how many offsets have been passed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TopicsUnreadableException">A topic is missing, or the brokers do not answer.</exception>
    public void Read(long since, Action<TopicRecord> take, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var config = new ConsumerConfig(place.Client.ToDictionary(p => p.Key, p => p.Value))
        {
            GroupId = place.Prefix + "edm-verify",
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            SocketTimeoutMs = 10_000,
        };
        var lastError = "";
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config)
            .SetErrorHandler((_, error) => lastError = error.Reason)
            .SetLogHandler((_, _) => { })
            .Build();
        try
        {
            Read(consumer, Spans(consumer, since), take, progress, cancellationToken);
        }
        catch (KafkaException e)
        {
            throw new TopicsUnreadableException($"The topics cannot be read: {e.Error.Reason}{(lastError.Length > 0 ? $" ({lastError})" : "")}.");
        }
    }

    private void Read(
        IConsumer<byte[], byte[]> consumer, Dictionary<TopicPartition, (long From, long End)> spans,
        Action<TopicRecord> take, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var unread = spans.Where(s => s.Value.From < s.Value.End).Select(s => s.Key).ToHashSet();
        var (passed, total) = (0L, spans.Values.Sum(s => s.End - s.From));
        consumer.Assign(unread.Select(p => new TopicPartitionOffset(p, spans[p].From)));
        while (unread.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = consumer.Consume(Silence) ??
                throw new TopicsUnreadableException($"No record came for {Silence.TotalSeconds:0} s, and {unread.Count} partitions are not read to their ends.");
            var end = spans[result.TopicPartition].End;
            if (!result.IsPartitionEOF && result.Offset < end)
            {
                take(Record(result));
                if (++passed % 1024 == 0) progress(passed, total);
            }

            // What stands last may be no record but a transaction's mark: then only the end of the partition is told.
            if (result.IsPartitionEOF || result.Offset >= end - 1) unread.Remove(result.TopicPartition);
        }

        progress(total, total);
    }

    /// <summary>Where to read each partition from, and up to which offset.</summary>
    private Dictionary<TopicPartition, (long From, long End)> Spans(IConsumer<byte[], byte[]> consumer, long since)
    {
        var partitions = Partitions(consumer);
        var marks = partitions.ToDictionary(p => p, p => consumer.QueryWatermarkOffsets(p, Answer));
        var starts = consumer.OffsetsForTimes(partitions.Select(p => new TopicPartitionTimestamp(p, new Timestamp(since, TimestampType.CreateTime))), Answer);

        // A broker that knows no offsets by time, as an embedded one, says "the end" everywhere: then all is read.
        var none = starts.TrueForAll(s => s.Offset == Offset.End);
        return starts.ToDictionary(
            s => s.TopicPartition,
            s => (From: none ? marks[s.TopicPartition].Low.Value : s.Offset == Offset.End ? marks[s.TopicPartition].High.Value : s.Offset.Value,
                End: marks[s.TopicPartition].High.Value))
            .ToDictionary(s => s.Key, s => (Math.Min(s.Value.From, s.Value.End), s.Value.End));
    }

    private List<TopicPartition> Partitions(IConsumer<byte[], byte[]> consumer)
    {
        using var admin = new DependentAdminClientBuilder(consumer.Handle).Build();
        var found = new List<TopicPartition>();
        foreach (var name in InputTopics.All.Select(t => place.Prefix + t))
        {
            var topic = admin.GetMetadata(name, Answer).Topics.Single();
            if (topic.Error.IsError) throw new TopicsUnreadableException($"Topic {name} cannot be read: {topic.Error.Reason}. Is the prefix right?");
            found.AddRange(topic.Partitions.Select(p => new TopicPartition(name, p.PartitionId)));
        }

        return found;
    }

    private TopicRecord Record(ConsumeResult<byte[], byte[]> result)
    {
        var types = result.Message.Headers?.Where(h => h.Key == "content-type").ToList() ?? [];
        return new TopicRecord(
            result.Topic[place.Prefix.Length..], result.Partition.Value, result.Offset.Value,
            result.Message.Key ?? [], result.Message.Value ?? [], result.Message.Timestamp.UnixTimestampMs,
            types.Count == 1 ? Encoding.UTF8.GetString(types[0].GetValueBytes() ?? []) : null);
    }
}
