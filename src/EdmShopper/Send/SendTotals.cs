namespace EdmShopper.Send;

/// <summary>What became of the events so far. Written by the connections, read by whoever shows it.</summary>
public sealed class SendTotals
{
    private int _added, _confirmed, _rejected, _copies, _requests, _unanswered;
    private string? _trouble;

    /// <summary>Events handed over to be sent.</summary>
    public int Added => Volatile.Read(ref _added);

    /// <summary>Events that the relay has.</summary>
    public int Confirmed => Volatile.Read(ref _confirmed);

    /// <summary>Events that were refused for good.</summary>
    public int Rejected => Volatile.Read(ref _rejected);

    /// <summary>Events that are neither (yet).</summary>
    public int Unconfirmed => Added - Confirmed - Rejected;

    /// <summary>Second sendings of events that were confirmed, confirmed again.</summary>
    public int Copies => Volatile.Read(ref _copies);

    /// <summary>Requests sent.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Requests of these that told nothing: no answer, 408, 429, 5xx.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? LastTrouble => Volatile.Read(ref _trouble);

    /// <summary>From the moment an event was due to its answer: what its sender felt, waiting in line included (corrected for coordinated omission).</summary>
    public Latencies FromDue { get; } = new();

    /// <summary>From the moment a request went out to its answer: what the relay took.</summary>
    public Latencies OfRequests { get; } = new();

    internal void Add() => Interlocked.Increment(ref _added);

    internal void Settle(OutgoingEvent settled, bool confirmed)
    {
        if (!settled.IsCopy) Interlocked.Increment(ref confirmed ? ref _confirmed : ref _rejected);
        else if (confirmed) Interlocked.Increment(ref _copies);
    }

    internal void Answered(RelayAnswer answer)
    {
        Interlocked.Increment(ref _requests);
        if (RetryRules.SendAgain(answer.Status)) Interlocked.Increment(ref _unanswered);
        var trouble = answer.Error ?? (answer.Rejected.Count > 0 ? answer.Rejected[0].Reason : null);
        if (trouble is not null) Volatile.Write(ref _trouble, trouble);
    }
}
