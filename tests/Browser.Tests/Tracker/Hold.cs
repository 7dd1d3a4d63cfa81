namespace Browser.Tests.Tracker;

/// <summary>Keeps requests until they are released. Only a few at a time: a browser opens six connections to a host, and its pages want some.</summary>
internal sealed class Hold(int most = 3)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _released = NewRound();
    private volatile Fault _then = Faults.None;
    private int _held;

    /// <summary>What becomes of a request afterwards.</summary>
    public Fault Then { get => _then; set => _then = value; }

    /// <summary>How many are held now.</summary>
    public int Held
    {
        get
        {
            lock (_gate) return _held;
        }
    }

    /// <summary>Holds a request, then lets it go; when enough are held, lets it go at once.</summary>
    public async Task<bool> SlowAsync(Exchange exchange)
    {
        Task released;
        lock (_gate)
        {
            released = _held < most ? _released.Task : Task.CompletedTask;
            if (_held < most) _held++;
        }

        await released;
        return await Then(exchange);
    }

    /// <summary>Lets all go that are held; those that come later are held again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _released.SetResult();
            _released = NewRound();
            _held = 0;
        }
    }

    private static TaskCompletionSource NewRound() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
