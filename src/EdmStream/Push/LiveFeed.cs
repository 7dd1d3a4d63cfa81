namespace EdmStream.Push;

/// <summary>
/// The newest moment, for any number of dashboards. There is no queue: who is slow finds the newest one when it comes
/// back, so a slow dashboard costs nothing and holds nobody up.
/// </summary>
internal sealed class LiveFeed
{
    private readonly Lock _gate = new();
    private Moment? _newest;
    private TaskCompletionSource<Moment> _next = New();

    public void Publish(Moment moment)
    {
        TaskCompletionSource<Moment> waiting;
        lock (_gate)
        {
            _newest = moment;
            (waiting, _next) = (_next, New());
        }

        waiting.SetResult(moment);
    }

    /// <summary>The newest moment that is not the one known, as soon as there is one.</summary>
    public Task<Moment> NewerAsync(Moment? known, CancellationToken cancellationToken)
    {
        lock (_gate)
            return _newest is { } newest && newest != known ? Task.FromResult(newest) : _next.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<Moment> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
