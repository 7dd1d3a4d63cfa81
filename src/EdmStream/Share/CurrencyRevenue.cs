namespace EdmStream.Share;

/// <summary>What came in, in one currency: money is never added up over currencies.</summary>
/// <param name="Currency">Three letters; <c>(other)</c> for orders in none, of which no revenue is known.</param>
/// <param name="Revenue">In the window.</param>
/// <param name="Before">In the window before it.</param>
/// <param name="Orders">The window's orders in it.</param>
/// <param name="Average">An order's, to the cent.</param>
/// <param name="Series">Revenue a step of the window.</param>
/// <param name="SeriesBefore">Revenue a step of the window before.</param>
public sealed record CurrencyRevenue(
    string Currency, decimal Revenue, decimal Before, int Orders, decimal Average, IReadOnlyList<decimal> Series, IReadOnlyList<decimal> SeriesBefore);
