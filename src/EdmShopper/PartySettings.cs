namespace EdmShopper;

/// <summary>Who is let in, where, and for how long.</summary>
/// <param name="Relay">The relay's address.</param>
/// <param name="Shoppers">How many are in the shop at the same time.</param>
/// <param name="Rate">Events a second.</param>
/// <param name="Duration">For how long.</param>
/// <param name="Seed">What chance starts from.</param>
public sealed record PartySettings(Uri Relay, int Shoppers, double Rate, TimeSpan Duration, int Seed)
{
    /// <summary>The relay's write key, where it wants one.</summary>
    public string? WriteKey { get; init; }

    /// <summary>How many requests may be on their way at the same time.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>How long to go on, after the last event was due, with those that are not settled.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);
}
