using System.Globalization;
using EdmStream.Push;
using EdmStream.Share;

namespace EdmStream.Tests.Reference;

/// <summary>What a node shows, in the reference's words.</summary>
internal static class ShownText
{
    public static IEnumerable<string> Of(Moment moment, int minutes)
    {
        var (figures, revenue, _, funnel, products, lists) = moment.Windows[minutes];
        yield return $"visitors now {figures.VisitorsNow.Value}";
        yield return $"visitors {figures.Visitors.Value}";
        yield return $"edm-ui-pageload {Of(figures.Pageloads)}";
        yield return $"edm-ui-click {Of(figures.Clicks)}";
        yield return $"edm-ui-commerce {Of(figures.Commerce)}";
        yield return $"carts {figures.ActiveCarts.Value}";
        yield return $"orders {Of(figures.Orders)}";
        yield return $"conversion {figures.Conversion.Value.ToString("0.######", CultureInfo.InvariantCulture)}";
        yield return $"funnel {funnel.Viewed.Value} {funnel.Added.Value} {funnel.Checkout.Value} {funnel.Ordered.Value}";
        yield return $"revenue {string.Join(", ", revenue.Select(r => $"{r.Currency} {Money.Show(r.Revenue)} before {Money.Show(r.Before)} orders {r.Orders} average {Money.Show(r.Average)}"))}";
        yield return $"products in {products.Currency}: {string.Join("; ", products.Top.Select(Of))}";
        yield return $"buttons {Of(lists.Buttons)}";
        yield return $"pages {Of(lists.Pages)}";
        yield return $"sources {Of(lists.Sources)}";
        yield return $"devices {Of(lists.Devices)}";
        yield return $"types {Of(lists.Types)}";
    }

    /// <summary>The verdicts of each partition of each topic.</summary>
    public static IEnumerable<string> Books(Moment moment) => moment.Partitions.Select(b =>
        $"{b.Topic}[{b.Partition}] read {b.Read} shown {b.Shown} duplicate {b.Duplicate} bot {b.Bot} late {b.Late} rejected {b.Rejected}");

    private static string Of(Counted counted) => $"{counted.Value} before {counted.Before}";

    private static string Of(IEnumerable<KeyCount> counts) => string.Join(", ", counts.Select(c => $"{c.Key} {c.Count}"));

    private static string Of(Product p) =>
        $"{p.Id} {p.Views} {p.Adds} {p.Orders} [{string.Join(" ", p.Revenue.Select(r => $"{r.Key} {Money.Show(r.Value)}"))}] before {p.RankBefore}";
}
