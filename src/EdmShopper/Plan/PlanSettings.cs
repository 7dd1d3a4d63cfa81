namespace EdmShopper.Plan;

/// <summary>All that a plan is made from: the same settings give the same plan, byte for byte.</summary>
/// <param name="Seed">What chance starts from.</param>
/// <param name="Rate">Events a second.</param>
/// <param name="Duration">For how long.</param>
/// <param name="Shoppers">How many are in the shop at the same time; who leaves is followed by the next.</param>
/// <param name="Start">When the first event is due.</param>
public sealed record PlanSettings(int Seed, double Rate, TimeSpan Duration, int Shoppers, DateTimeOffset Start)
{
    /// <summary>How many events that makes.</summary>
    public int Events => (int)Math.Round(Rate * Duration.TotalSeconds);
}
