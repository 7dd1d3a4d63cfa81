using Confluent.Kafka;
using EdmKafka.Telemetry;

namespace EdmKafka.Native;

/// <summary>
/// A producer of librdkafka's by its C functions, which take a record from where it lies and report many in one call:
/// that costs a third of what the package's own producer does. It hands over and reports; what to make of a report is
/// <see cref="RecordProducer"/>'s to say. Any thread may produce.
/// </summary>
internal sealed unsafe class NativeProducer : INativeListener, IDisposable
{
    private const int CopyBytes = 2, FixedArguments = 6, QueuedAndInFlight = 3;

    private readonly NativeClient _client;
    private readonly NativeEvents _events;
    private readonly OpenBatches _open = new();
    private readonly IRecordReports _reports;
    private readonly ClientLog _log;

    /// <param name="config">The producer's settings.</param>
    /// <param name="log">Takes the library's own lines.</param>
    /// <param name="reports">Says what to make of reports and errors.</param>
    /// <exception cref="InvalidOperationException">The library refuses the settings; the message says why.</exception>
    public NativeProducer(IEnumerable<KeyValuePair<string, string>> config, ClientLog log, IRecordReports reports)
    {
        (_log, _reports) = (log, reports);
        _client = new NativeClient(NativeClientKind.Producer, config, NativeEvents.Wanted);
        _events = new NativeEvents(_client, this);
    }

    /// <summary>Hands a batch over without waiting; its bytes are free when this returns.</summary>
    /// <param name="batch">The records, at least one.</param>
    /// <param name="names">The topics' names on the cluster.</param>
    /// <returns>What became of each, once that is known of all.</returns>
    /// <exception cref="ObjectDisposedException">The producer has left.</exception>
    public Task<Delivery[]> Produce(RecordBatch batch, TopicNames names)
    {
        var used = false;
        _client.DangerousAddRef(ref used);
        try
        {
            var pending = new PendingBatch(batch.Count, batch.OnlyTopic);
            SentMessages.Count(batch);
            HandOver(batch, names, _open.Open(pending));
            return pending.Done;
        }
        finally
        {
            _client.DangerousRelease();
        }
    }

    /// <summary>Waits until all that was handed over has been reported, then ends.</summary>
    public void Leave(TimeSpan patience)
    {
        Librdkafka.Flush(_client.Pointer, (int)patience.TotalMilliseconds);

        // What is left has no deadline of its own any more: it is reported as it is thrown away.
        Librdkafka.Purge(_client.Pointer, QueuedAndInFlight);
        Librdkafka.Flush(_client.Pointer, milliseconds: 1000);
        Dispose();
    }

    public void Dispose()
    {
        _events.Dispose();
        _client.Dispose();
    }

    void INativeListener.Delivered(in NativeReport report) => _open.Answer(report.Number, _reports.Read(report, this));

    void INativeListener.Failed(Error error)
    {
        _log.Error(error);
        _reports.Failed(error, this);
    }

    void INativeListener.Logged(LogMessage line) => _log.Line(line);

    private void HandOver(RecordBatch batch, TopicNames names, int place)
    {
        var arguments = stackalloc NativeArgument[FixedArguments + RecordBatch.MostHeaders];
        fixed (byte* bytes = batch.Bytes)
        {
            var count = Prepare(arguments, batch, bytes);
            for (var i = 0; i < batch.Count; i++)
            {
                var (topic, start, keyEnd, end, isTombstone) = batch.Records[i];
                arguments[0].First = _client.TopicOf(topic, names);
                (arguments[1].First, arguments[1].Second) = ((nint)(bytes + start), keyEnd - start);
                (arguments[2].First, arguments[2].Second) = (isTombstone ? 0 : (nint)(bytes + keyEnd), end - keyEnd);
                arguments[3].First = OpenBatches.Number(place, i);
                if (Librdkafka.Produce(_client.Pointer, arguments, (nuint)count) is not 0 and var error) Refuse(error, arguments[3].First);
            }
        }
    }

    /// <summary>What all records of a batch share; returns how many arguments there are.</summary>
    private static int Prepare(NativeArgument* arguments, RecordBatch batch, byte* bytes)
    {
        arguments[0].Kind = NativeArgumentKind.Topic;
        arguments[1].Kind = NativeArgumentKind.Key;
        arguments[2].Kind = NativeArgumentKind.Value;
        arguments[3].Kind = NativeArgumentKind.Opaque;
        (arguments[4].Kind, arguments[4].First) = (NativeArgumentKind.Time, (nint)batch.Time);
        (arguments[5].Kind, arguments[5].First) = (NativeArgumentKind.Flags, CopyBytes);
        var count = FixedArguments;
        foreach (var (start, valueStart, end) in batch.Headers)
        {
            arguments[count].Kind = NativeArgumentKind.Header;
            (arguments[count].First, arguments[count].Second) = ((nint)(bytes + start), (nint)(bytes + valueStart));
            arguments[count++].Third = end - valueStart;
        }

        return count;
    }

    /// <summary>Refused before it was queued: a full queue, a producer that has just become useless, or a record too large.</summary>
    private void Refuse(nint error, nint number)
    {
        var code = Librdkafka.ErrorCode(error);
        Librdkafka.DestroyError(error);
        _open.Answer(number, Delivery.Refused(NativeClient.ErrorOf(code)));
    }
}
