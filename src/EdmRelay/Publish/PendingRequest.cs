using EdmKafka;

namespace EdmRelay.Publish;

/// <summary>
/// Gathers the answers to a request's records. Answers may come from any thread and in any order; whoever brings the
/// last one completes the request.
/// </summary>
internal sealed class PendingRequest
{
    // Not on the thread that answers: it is the producer's, and serves every other request.
    private readonly TaskCompletionSource<Delivery[]> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Delivery[] _deliveries;
    private int _open;

    public PendingRequest(int records)
    {
        _deliveries = new Delivery[records];
        _open = records;
        if (records == 0) _done.SetResult(_deliveries);
    }

    public Task<Delivery[]> Done => _done.Task;

    public void Answer(int index, Delivery delivery)
    {
        _deliveries[index] = delivery;
        if (Interlocked.Decrement(ref _open) == 0) _done.SetResult(_deliveries);
    }
}
