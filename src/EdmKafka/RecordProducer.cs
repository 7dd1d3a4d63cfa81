using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Writes records; one a process. An idempotent producer can become useless for good: then a fresh one takes its place,
/// and what the old one still held is reported as it leaves. Anyone may call it, from any thread.
/// </summary>
public sealed partial class RecordProducer(
    ClientConfigs configs, TopicNames names, ClientLog clientLog, TimeProvider clock, ILogger<RecordProducer> log) : IDisposable
{
    // In a row, without a success between them: one alone is repaired by the client itself.
    private const int SequenceErrorsAllowed = 3;
    private static readonly TimeSpan LeavingTime = ClientConfigs.DeliveryDeadline + TimeSpan.FromSeconds(2);

    // By then, whoever still held the old producer is through with it; and a cause that stays is met once a second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _swap = new();
    private readonly ClockTrouble _clock = new(clock);
    private volatile IProducer<byte[], byte[]>? _current;
    private volatile string? _replacing;
    private Task _leaving = Task.CompletedTask;
    private int _sequenceErrors;
    private bool _disposed;

    /// <summary>Why nothing can be written just now; null when it can.</summary>
    public string? Trouble => _replacing ?? _clock.InWords;

    /// <summary>
    /// Hands a record over without waiting. The answer comes once, on a thread of the client's that must not be held
    /// up; at once when the record was not taken.
    /// </summary>
    /// <param name="topic">Its logical name.</param>
    /// <param name="key">Never empty: it chooses the partition.</param>
    /// <param name="value">The record.</param>
    /// <param name="time">The record's time: milliseconds since 1970.</param>
    /// <param name="headers">May be null.</param>
    /// <param name="delivered">What became of it.</param>
    public void Produce(string topic, byte[] key, byte[] value, long time, Headers? headers, Action<Delivery> delivered)
    {
        if (key.Length == 0) throw new ArgumentException("A record without a key would lie in any partition.", nameof(key));
        if (Current() is not { } producer)
        {
            delivered(new Delivery(WriteOutcome.NotWritten, Reason: Trouble ?? "the program is stopping"));
            return;
        }

        try
        {
            producer.Produce(
                names.OnCluster(topic),
                new Message<byte[], byte[]> { Key = key, Value = value, Timestamp = new Timestamp(time, TimestampType.CreateTime), Headers = headers! },
                report => delivered(Read(report, producer)));
        }
        catch (ProduceException<byte[], byte[]> e)
        {
            // Refused before it was queued: a full queue, a producer that has just become useless, or a record too large.
            delivered(Delivery.Refused(e.Error));
        }
    }

    /// <summary>Waits until all that was handed over has been reported.</summary>
    public void Dispose()
    {
        IProducer<byte[], byte[]>? last;
        lock (_swap) (last, _current, _disposed) = (_current, null, true);
        if (last is not null) Leave(last);
        _leaving.Wait(LeavingTime);
    }

    private IProducer<byte[], byte[]>? Current()
    {
        if (_current is { } current) return current;
        lock (_swap) return _disposed || _replacing is not null ? null : _current ??= Build();
    }

    private IProducer<byte[], byte[]> Build() =>
        new ProducerBuilder<byte[], byte[]>(configs.Producer())
            .SetLogHandler((_, line) => clientLog.Line(line))
            .SetErrorHandler((producer, error) =>
            {
                clientLog.Error(error);
                if (error.IsFatal) Replace(producer, error);
            })
            .Build();

    private Delivery Read(DeliveryReport<byte[], byte[]> report, IProducer<byte[], byte[]> producer)
    {
        if (!report.Error.IsError)
        {
            if (_sequenceErrors != 0) _sequenceErrors = 0;
            _clock.Over();
            return Delivery.Of(report);
        }

        switch (report.Error.Code)
        {
            case ErrorCode.InvalidTimestamp:
                _clock.Met();
                break;
            // What a producer that was replaced still reports says nothing of the one in its place.
            case ErrorCode.OutOfOrderSequenceNumber or ErrorCode.Local_Inconsistent
                when producer == _current && Interlocked.Increment(ref _sequenceErrors) >= SequenceErrorsAllowed:
                Replace(producer, report.Error);
                break;
        }

        return Delivery.Of(report);
    }

    private void Replace(IProducer<byte[], byte[]> broken, Error error)
    {
        lock (_swap)
        {
            if (_disposed || _current != broken) return;
            _replacing = $"the Kafka producer is being replaced: {error.Reason}";
            _sequenceErrors = 0;
            _current = null;

            // Not here: this is the old producer's own thread, which its end waits for.
            _leaving = Task.WhenAll(_leaving, SucceedAsync(broken));
        }

        ProducerReplaced(error.Code, error.Reason);
    }

    private async Task SucceedAsync(IProducer<byte[], byte[]> broken)
    {
        await Task.Delay(Pause, clock);
        lock (_swap)
        {
            if (!_disposed) _current = Build();
            _replacing = null;
        }

        Leave(broken);
    }

    private static void Leave(IProducer<byte[], byte[]> producer)
    {
        producer.Flush(LeavingTime);
        producer.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "The Kafka producer became useless and was replaced: {Code}, {Reason}")]
    private partial void ProducerReplaced(ErrorCode code, string reason);
}
