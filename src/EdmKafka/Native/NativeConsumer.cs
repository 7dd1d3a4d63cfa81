using System.Diagnostics.CodeAnalysis;
using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>
/// A member of a group by librdkafka's C functions, which hand over many records in one call, where they lie: that costs a
/// fraction of what the package's own consumer does, and makes nothing for the collector. For one thread alone.
/// </summary>
internal sealed unsafe class NativeConsumer : IDisposable
{
    private const int Patience = 10_000;

    private readonly NativeClient _client;
    private readonly ConsumerTold _told;
    private readonly nint _queue;
    private readonly NativeBatch _batch = new();

    /// <param name="config">The consumer's settings.</param>
    /// <param name="log">Takes the library's own lines.</param>
    /// <exception cref="InvalidOperationException">The library refuses the settings; the message says why.</exception>
    public NativeConsumer(IEnumerable<KeyValuePair<string, string>> config, ClientLog log)
    {
        _told = new ConsumerTold(log);
        _client = new NativeClient(NativeClientKind.Consumer, config, _told.ListenBy);

        // One queue for all: records, what the group tells, errors and lines.
        Librdkafka.SetLogQueue(_client.Pointer, 0);
        Check(LibrdkafkaConsumer.JoinQueues(_client.Pointer));
        _queue = LibrdkafkaConsumer.ConsumerQueue(_client.Pointer);
    }

    /// <summary>Whether the group has told something, so that what the last call has read is of before.</summary>
    public bool HasRebalance => _told.Rebalances.Count > 0;

    /// <param name="topics">By their names on the cluster.</param>
    /// <exception cref="KafkaException">The library refuses them.</exception>
    public void Subscribe(IReadOnlyCollection<string> topics)
    {
        using var list = new NativePartitions(topics.Count);
        foreach (var topic in topics) list.Add(topic, -1, 0);
        Check(LibrdkafkaConsumer.Subscribe(_client.Pointer, list.List));
    }

    /// <summary>Reads what is there; where nothing is, waits for it.</summary>
    /// <returns>The same object each time, to be given back before the next call.</returns>
    /// <exception cref="KafkaException">The client cannot go on.</exception>
    public NativeBatch Read(TimeSpan patience)
    {
        _batch.Fill(_queue, patience);

        // Asked here, since the error itself may lie in what the caller drops.
        if (LibrdkafkaConsumer.FatalError(_client.Pointer, [], 0) == 0) return _batch;
        _batch.GiveBack();
        throw new KafkaException(FatalError());
    }

    /// <summary>
    /// The next thing that the group has told, to be answered by <see cref="Assign"/> or <see cref="Unassign"/>. Until then
    /// librdkafka fetches nothing.
    /// </summary>
    public bool TryTakeRebalance([NotNullWhen(true)] out Rebalance? rebalance) => _told.Rebalances.TryDequeue(out rebalance);

    /// <summary>Reads these partitions from now on, each from its offset.</summary>
    /// <exception cref="KafkaException">The library refuses them.</exception>
    public void Assign(IReadOnlyCollection<(string Topic, int Index, long Offset)> partitions)
    {
        using var list = new NativePartitions(partitions.Count);
        foreach (var (topic, index, offset) in partitions) list.Add(topic, index, offset);
        _told.AwaitsAnswer = false;
        Check(LibrdkafkaConsumer.Assign(_client.Pointer, list.List));
    }

    /// <summary>Reads nothing any more; what was stored is committed.</summary>
    /// <exception cref="KafkaException">The library refuses it.</exception>
    public void Unassign()
    {
        _told.AwaitsAnswer = false;
        Check(LibrdkafkaConsumer.Assign(_client.Pointer, null));
    }

    /// <summary>Fetches nothing of these, and drops what was fetched and not read yet.</summary>
    /// <exception cref="KafkaException">One of them is not assigned.</exception>
    public void Pause(in NativePartitions partitions) => CheckEach(LibrdkafkaConsumer.Pause(_client.Pointer, partitions.List), partitions);

    /// <summary>Goes on behind what was read last.</summary>
    /// <exception cref="KafkaException">One of them is not assigned.</exception>
    public void Resume(in NativePartitions partitions) => CheckEach(LibrdkafkaConsumer.Resume(_client.Pointer, partitions.List), partitions);

    /// <summary>Has these offsets committed within a second.</summary>
    /// <exception cref="KafkaException">The library takes none of them.</exception>
    public void Store(in NativePartitions offsets) => Check(LibrdkafkaConsumer.Store(_client.Pointer, offsets.List));

    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    public (long Start, long End) Bounds(string topic, int index)
    {
        Check(LibrdkafkaConsumer.AskBounds(_client.Pointer, topic, index, out var start, out var end, Patience));
        return (start, end);
    }

    /// <summary>Where a partition that is being read ends, by the last answer to a fetch; null before the first.</summary>
    public long? KnownEnd(string topic, int index) =>
        LibrdkafkaConsumer.KnownBounds(_client.Pointer, topic, index, out _, out var end) == 0 && end >= 0 ? end : null;

    /// <summary>Puts an offset in the place of each time; a negative one where nothing is so young.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    public void AskOffsets(in NativePartitions times, int patience = Patience) => CheckEach(LibrdkafkaConsumer.AskOffsets(_client.Pointer, times.List, patience), times);

    /// <summary>Commits what was stored and leaves the group.</summary>
    /// <exception cref="KafkaException">It could not leave in order, for one because it could not go on before.</exception>
    public void Close()
    {
        _batch.GiveBack();
        _told.IsClosing = true;

        // Closing waits for the answer to what the group has told last, and nobody else will give it.
        if (_told.AwaitsAnswer) Unassign();
        Check(LibrdkafkaConsumer.Close(_client.Pointer));
    }

    public void Dispose()
    {
        _batch.Dispose();
        Librdkafka.DestroyQueue(_queue);
        _client.Dispose();
        _told.Dispose();
    }

    private Error FatalError()
    {
        Span<byte> text = stackalloc byte[512];
        text.Clear();
        var code = (ErrorCode)LibrdkafkaConsumer.FatalError(_client.Pointer, text, (nuint)text.Length);
        return new Error(code, NativeClient.Text(text), isFatal: true);
    }

    private void CheckEach(int code, in NativePartitions partitions)
    {
        Check(code);
        foreach (var partition in partitions.Items) Check(partition.Error);
    }

    private void Check(int code)
    {
        if (code == (int)ErrorCode.NoError) return;
        throw new KafkaException(code == (int)ErrorCode.Local_Fatal ? FatalError() : NativeClient.ErrorOf(code));
    }
}
