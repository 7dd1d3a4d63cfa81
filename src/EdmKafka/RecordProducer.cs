using Confluent.Kafka;
using EdmKafka.Native;
using EdmKafka.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Writes records; one a process. An idempotent producer can become useless for good: then a fresh one takes its place,
/// and what the old one still held is reported as it leaves. Anyone may call it, from any thread.
/// </summary>
public sealed partial class RecordProducer(
    ClientConfigs configs, TopicNames names, ClientLog clientLog, TimeProvider clock, ILogger<RecordProducer> log)
    : IRecordReports, IDisposable
{
    // In a row, without a success between them: one alone is repaired by the client itself.
    private const int SequenceErrorsAllowed = 3;
    private static readonly TimeSpan LeavingTime = ClientConfigs.DeliveryDeadline + TimeSpan.FromSeconds(2);

    // By then, whoever still held the old producer is through with it; and a cause that stays is met once a second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _swap = new();
    private readonly ClockTrouble _clock = new(clock);
    private volatile NativeProducer? _current;
    private volatile string? _replacing;
    private Task _leaving = Task.CompletedTask;
    private int _sequenceErrors;
    private bool _disposed;

    /// <summary>Why nothing can be written just now; null when it can.</summary>
    public string? Trouble => _replacing ?? _clock.InWords;

    /// <summary>Hands a batch over without waiting; its bytes are free when this returns.</summary>
    /// <returns>
    /// What became of each record, once that is known of all. It never fails. What is awaited behind it goes on where it is
    /// known, which serves every other batch as well: it may write an answer, but never wait.
    /// </returns>
    public Task<Delivery[]> ProduceAsync(RecordBatch batch) =>
        batch.Count == 0 ? Task.FromResult<Delivery[]>([]) :
        batch.IsFollowed && MessageSpans.AreWanted ? FollowAsync(batch) :
        HandOver(batch);

    private async Task<Delivery[]> FollowAsync(RecordBatch batch)
    {
        using var span = MessageSpans.Send(batch);
        var deliveries = await HandOver(batch);
        MessageSpans.Sent(span, deliveries);
        return deliveries;
    }

    private Task<Delivery[]> HandOver(RecordBatch batch)
    {
        try
        {
            if (Current() is { } producer) return producer.Produce(batch, names);
        }
        catch (ObjectDisposedException)
        {
            // It has left in this moment.
        }

        return Refuse(batch, Trouble ?? "the program is stopping");
    }

    /// <summary>Answers for a batch that is not handed over.</summary>
    public static Task<Delivery[]> Refuse(RecordBatch batch, string reason)
    {
        var deliveries = new Delivery[batch.Count];
        Array.Fill(deliveries, new Delivery(WriteOutcome.NotWritten, Reason: reason));
        return Task.FromResult(deliveries);
    }

    /// <summary>Waits until all that was handed over has been reported.</summary>
    public void Dispose()
    {
        NativeProducer? last;
        lock (_swap) (last, _current, _disposed) = (_current, null, true);
        last?.Leave(LeavingTime);
        _leaving.Wait(LeavingTime);
    }

    Delivery IRecordReports.Read(in NativeReport report, NativeProducer from)
    {
        switch (report.Code)
        {
            case ErrorCode.NoError:
                if (_sequenceErrors != 0) _sequenceErrors = 0;
                _clock.Over();
                break;
            case ErrorCode.InvalidTimestamp:
                _clock.Met();
                break;
            // What a producer that was replaced still reports says nothing of the one in its place.
            case ErrorCode.OutOfOrderSequenceNumber or ErrorCode.Local_Inconsistent
                when from == _current && Interlocked.Increment(ref _sequenceErrors) >= SequenceErrorsAllowed:
                Replace(from, report.Error);
                break;
        }

        return Delivery.Of(report);
    }

    void IRecordReports.Failed(Error error, NativeProducer from)
    {
        if (error.IsFatal) Replace(from, error);
    }

    private NativeProducer? Current()
    {
        if (_current is { } current) return current;
        lock (_swap) return _disposed || _replacing is not null ? null : _current ??= Build();
    }

    private NativeProducer Build() => new(configs.Producer(), clientLog, this);

    private void Replace(NativeProducer broken, Error error)
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

    private async Task SucceedAsync(NativeProducer broken)
    {
        await Task.Delay(Pause, clock);
        lock (_swap)
        {
            if (!_disposed) _current = Build();
            _replacing = null;
        }

        broken.Leave(LeavingTime);
    }

    [LoggerMessage(LogLevel.Error, "The Kafka producer became useless and was replaced: {Code}, {Reason}")]
    private partial void ProducerReplaced(ErrorCode code, string reason);
}
