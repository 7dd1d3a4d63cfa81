namespace EdmStream.Push;

/// <summary>
/// The newest of what is told again and again, for any number of listeners. There is no queue: who is slow finds the newest
/// one when it comes back, so a slow listener costs nothing and holds nobody up.
/// </summary>
internal class Newest<T> where T : class
{
    private readonly Lock _gate = new();
    private volatile T? _newest;
    private TaskCompletionSource<T> _next = New();

    /// <summary>Null before the first.</summary>
    public T? Now => _newest;

    public void Publish(T newest)
    {
        TaskCompletionSource<T> waiting;
        lock (_gate)
        {
            _newest = newest;
            (waiting, _next) = (_next, New());
        }

        waiting.SetResult(newest);
    }

    /// <summary>The newest one that is not the one known, as soon as there is one.</summary>
    public Task<T> NewerAsync(T? known, CancellationToken cancellationToken)
    {
        lock (_gate)
            return _newest is { } newest && newest != known ? Task.FromResult(newest) : _next.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<T> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
