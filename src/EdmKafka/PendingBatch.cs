using System.Diagnostics;
using EdmKafka.Telemetry;

namespace EdmKafka;

/// <summary>
/// Gathers the answers to a batch's records. Answers may come from any thread and in any order; who brings the last one
/// completes the batch.
/// </summary>
internal sealed class PendingBatch
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly string? _topic;
    private readonly TaskCompletionSource<Delivery[]> _done = new();
    private readonly Delivery[] _deliveries;
    private int _open;

    /// <param name="records">How many there are.</param>
    /// <param name="topic">Of all of them; null where they have several.</param>
    public PendingBatch(int records, string? topic = null)
    {
        _topic = topic;
        _deliveries = new Delivery[records];
        _open = records;
    }

    public Task<Delivery[]> Done => _done.Task;

    /// <returns>Whether that was the last one.</returns>
    public bool Answer(int index, Delivery delivery)
    {
        _deliveries[index] = delivery;
        return Interlocked.Decrement(ref _open) == 0;
    }

    /// <summary>Lets go on who waits for the batch, on the thread of this call.</summary>
    public void Complete()
    {
        SentMessages.Answered(_topic, _begun, _deliveries);
        _done.SetResult(_deliveries);
    }
}
