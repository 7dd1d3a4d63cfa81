namespace EdmShopper.Plan;

/// <summary>What people pay in. The factors are made up: they only have to make prices differ.</summary>
internal sealed record Money(string Currency, decimal Factor)
{
    private static readonly Money Dollars = new("USD", 1), Euros = new("EUR", 0.92m), Pounds = new("GBP", 0.79m);

    /// <summary>Mostly dollars.</summary>
    public static Money Pick(Random chance) => chance.Next(20) switch { 0 => Pounds, 1 or 2 => Euros, _ => Dollars };
}
