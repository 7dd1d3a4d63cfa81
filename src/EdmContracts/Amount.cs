using System.Globalization;

namespace EdmContracts;

/// <summary>
/// Money as events write it. What is not an amount below a trillion counts as not said, and no more than six decimals
/// count: so sums stay exact, whatever the order they are added in.
/// </summary>
public static class Amount
{
    private const decimal TooLarge = 1_000_000_000_000;
    private const int Decimals = 6;

    /// <param name="text">A JSON number, or a text that holds one; may be empty.</param>
    public static decimal? Read(ReadOnlySpan<byte> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? Sound(amount) : null;

    /// <summary>Price times quantity of one line of an order; one piece when it does not say how many.</summary>
    public static decimal OfLine(scoped in EventProperties line) =>
        Read(line.Price) is { } price ? Sound(price * (Read(line.Quantity) ?? 1)) ?? 0 : 0;

    /// <summary>The amount as it is counted; null when it is none that a shop takes.</summary>
    public static decimal? Sound(decimal amount) => Math.Abs(amount) < TooLarge ? Math.Round(amount, Decimals, MidpointRounding.AwayFromZero) : null;
}
