using System.Globalization;
using System.Text.Json;

namespace EdmStream.Tests.Reference;

/// <summary>Orders and revenue by currency.</summary>
internal static class Money
{
    public static string Revenue(IEnumerable<Written> orders, IEnumerable<Written> before)
    {
        var earlier = before.ToLookup(CurrencyOf);
        return string.Join(", ", orders.GroupBy(CurrencyOf).OrderByDescending(c => c.Count()).ThenBy(c => c.Key, StringComparer.Ordinal).Select(currency =>
        {
            var revenue = currency.Sum(RevenueOf);
            var average = Math.Round(revenue / currency.Count(), 2, MidpointRounding.AwayFromZero);
            return $"{currency.Key} {Show(revenue)} before {Show(earlier[currency.Key].Sum(RevenueOf))} orders {currency.Count()} average {Show(average)}";
        }));
    }

    /// <summary>Three letters in capitals, dollars where nothing is said, else no currency.</summary>
    public static string CurrencyOf(Written order)
    {
        var text = order.Text("currency");
        return text.Length == 0 ? "USD" : text.Length == 3 && text.All(char.IsAsciiLetter) ? text.ToUpperInvariant() : Keys.Other;
    }

    public static decimal OfLine(JsonElement line) =>
        Amount(Written.Text(line, "price")) is { } price ? Sound(price * (Amount(Written.Text(line, "quantity")) ?? 1)) ?? 0 : 0;

    public static string Show(decimal amount) => amount.ToString("0.######", CultureInfo.InvariantCulture);

    private static decimal RevenueOf(Written order) =>
        CurrencyOf(order) == Keys.Other ? 0 : Amount(order.Text("total")) ?? Sound(order.Lines.Sum(OfLine)) ?? 0;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? Sound(amount) : null;

    private static decimal? Sound(decimal amount) => Math.Abs(amount) < 1_000_000_000_000 ? Math.Round(amount, 6, MidpointRounding.AwayFromZero) : null;
}
