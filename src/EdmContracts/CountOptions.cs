namespace EdmContracts;

/// <summary>Section <c>Count</c>: the rules that every consumer must read alike, or their numbers differ.</summary>
public sealed class CountOptions
{
    /// <summary>How long after a record its id still makes another one a duplicate.</summary>
    public TimeSpan DedupeHorizon { get; init; } = TimeSpan.FromMinutes(66);

    /// <summary>The values that no deployment can mean, a line each, beginning with the key.</summary>
    public IEnumerable<string> Check()
    {
        // A sender may try again for an hour, and the relay lets a client's clock be off by five minutes.
        if (DedupeHorizon < TimeSpan.FromMinutes(66) || DedupeHorizon > TimeSpan.FromDays(1))
            yield return "DedupeHorizon: 01:06:00 to 1.00:00:00. A repeat may come an hour after its first try, with a clock that is off by five minutes.";
    }
}
