namespace EdmShopper.Plan;

/// <summary>
/// What the shoppers are going to do: an open loop, in which the k-th event is due at start + k / rate, whatever became of
/// the ones before. A function of its settings alone.
/// </summary>
/// <param name="settings">What it is made from.</param>
/// <param name="shop">The shop's address, as it stands in the events.</param>
public sealed class ShopPlan(PlanSettings settings, string shop = "https://shop.example")
{
    /// <summary>The events in the order in which they are due; each enumeration begins anew.</summary>
    public IEnumerable<PlannedEvent> Events()
    {
        var chance = new Random(settings.Seed);
        var shoppers = Enumerable.Range(0, settings.Shoppers).Select(_ => new Shopper(shop, chance)).ToArray();
        var start = settings.Start.ToUnixTimeMilliseconds();
        for (var k = 0; k < settings.Events; k++)
            yield return shoppers[chance.Next(shoppers.Length)].Next(start + (long)(k * 1000 / settings.Rate));
    }
}
