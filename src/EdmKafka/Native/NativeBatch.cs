using System.Runtime.InteropServices;

namespace EdmKafka.Native;

/// <summary>
/// What one call has read. The records lie in librdkafka's memory, and nothing is copied; one batch is filled again and
/// again. For the thread that reads.
/// </summary>
internal sealed unsafe class NativeBatch : IDisposable
{
    // At a million records a second it is full in a millisecond.
    private const int Most = 1000;

    private NativeMessage** _messages = (NativeMessage**)NativeMemory.Alloc(Most, (nuint)sizeof(NativeMessage*));

    public int Count { get; private set; }

    public NativeRecord this[int index] => new(_messages[index]);

    /// <summary>Takes what is there; where there is nothing, waits for the next record alone.</summary>
    /// <param name="queue">The consumer's.</param>
    /// <param name="patience">How long to wait; not at all where it is negative.</param>
    public void Fill(nint queue, TimeSpan patience)
    {
        // A call for many would wait out its whole time for as long as the batch is not full.
        Count = Math.Max(0, (int)LibrdkafkaConsumer.ConsumeBatch(queue, 0, _messages, Most));
        if (Count > 0) return;
        _messages[0] = LibrdkafkaConsumer.Consume(queue, Math.Max(0, (int)Math.Ceiling(patience.TotalMilliseconds)));
        if (_messages[0] is not null) Count = 1;
    }

    /// <summary>Hands the memory back to librdkafka.</summary>
    public void GiveBack()
    {
        for (var i = 0; i < Count; i++) LibrdkafkaConsumer.DestroyMessage(_messages[i]);
        Count = 0;
    }

    public void Dispose()
    {
        GiveBack();
        NativeMemory.Free(_messages);
        _messages = null;
    }
}
