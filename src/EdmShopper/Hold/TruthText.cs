using System.Globalization;
using EdmShopper.Tell;

namespace EdmShopper.Hold;

/// <summary>The figures of a window as a book knows them, a text each.</summary>
internal static class TruthText
{
    public static IEnumerable<(string Name, string Text)> Of(Truth truth, WindowTruth window)
    {
        yield return ("visitors now", Number(truth.VisitorsNow));
        yield return ("active carts", Number(truth.ActiveCarts));
        yield return ("visitors", Number(window.Visitors));
        yield return ("page loads", Number(window.PageLoads));
        yield return ("clicks", Number(window.Clicks));
        yield return ("orders", Number(window.Orders));
        yield return ("conversion", Number(window.Conversion));
        yield return ("funnel", $"{window.Funnel.Viewed} {window.Funnel.Added} {window.Funnel.Checkout} {window.Funnel.Ordered}");
        foreach (var (currency, revenue) in window.Revenue)
            yield return ($"revenue {currency}", $"{Number(revenue.Revenue)} in {revenue.Orders} orders, average {Number(revenue.Average)}");
        foreach (var (rank, product) in window.Top.Index())
            yield return ($"product {rank + 1}", $"{product.ProductId}: {product.Views} views, {product.Adds} adds, {product.Orders} orders, {string.Join(" + ", product.Revenue.Select(r => $"{Number(r.Value)} {r.Key}"))}");
        foreach (var (rank, button) in window.Buttons.Take(10).Index())
            yield return ($"button {rank + 1}", $"{button.ButtonId}: {button.Clicks}");
    }

    /// <summary>Digits alone: the same number is the same text, whoever writes it.</summary>
    public static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
