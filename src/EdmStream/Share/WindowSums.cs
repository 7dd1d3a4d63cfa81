using System.Text;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// One window: the sums of its buckets and of those of the window before, made anew for each moment, and what is shown of
/// them. It belongs to one thread.
/// </summary>
/// <param name="index">Which of <see cref="Buckets.Windows"/>.</param>
internal sealed class WindowSums(int index)
{
    private readonly Counts _now = new(keys: int.MaxValue), _before = new(keys: int.MaxValue);

    /// <param name="partitions">All of them, slid to the moment.</param>
    /// <param name="moment">Its bucket.</param>
    /// <param name="distinct">The distinct figures as of it.</param>
    public WindowFigures At(IReadOnlyCollection<SharedPartition> partitions, int moment, DistinctFigures distinct)
    {
        var span = new WindowSpan(Buckets.Windows[index], moment);
        SumUp(partitions, span);
        var steps = new StepSums(span, partitions);
        var revenue = Revenue(steps, span);
        var history = new DistinctHistory(span, partitions, distinct);
        return new WindowFigures(Figures(history), revenue, steps.Traffic(), Funnel(distinct.Windows[index], history.Before?.Windows[index]), Products(revenue), Lists());
    }

    private void SumUp(IReadOnlyCollection<SharedPartition> partitions, WindowSpan span)
    {
        _now.Clear();
        _before.Clear();
        foreach (var partition in partitions)
        {
            partition.ByBucket.SumUp(_now, span.After);
            partition.ByBucket.SumUp(_before, span.After - span.Length, span.After);
        }
    }

    private Figures Figures(DistinctHistory history) => new(
        history.Of(d => d.VisitorsNow),
        history.Of(d => d.Windows[index].Seen),
        new Counted(_now.PageLoads, _before.PageLoads),
        new Counted(_now.Clicks, _before.Clicks),
        new Counted(_now.Commerce, _before.Commerce),
        history.Of(d => d.ActiveCarts),
        new Counted(_now.Orders, _before.Orders),
        history.Of(d => Conversion(d.Windows[index])));

    private static Funnel Funnel(WindowVisitors own, WindowVisitors? before) => new(
        new FunnelStep(own.Viewed, before?.Viewed), new FunnelStep(own.Added, before?.Added),
        new FunnelStep(own.Checkout, before?.Checkout), new FunnelStep(own.Ordered, before?.Ordered));

    private List<CurrencyRevenue> Revenue(StepSums steps, WindowSpan span)
    {
        var currencies = new List<CurrencyRevenue>();
        for (var i = 0; i < _now.Takings.Count; i++)
        {
            var currency = _now.Takings.KeyAt(i);
            var takings = _now.Takings.At(i);
            currencies.Add(new CurrencyRevenue(
                Encoding.UTF8.GetString(currency), takings.Revenue, _before.Takings.Of(currency)?.Revenue ?? 0, takings.Orders,
                Math.Round(takings.Revenue / takings.Orders, 2, MidpointRounding.AwayFromZero),
                steps.Revenue(currency, earlier: 0), steps.Revenue(currency, earlier: span.Length)));
        }

        return [.. currencies.OrderByDescending(c => c.Orders).ThenBy(c => c.Currency, StringComparer.Ordinal)];
    }

    private TopProducts Products(List<CurrencyRevenue> revenue)
    {
        var currency = revenue.FirstOrDefault()?.Currency;
        var main = Encoding.UTF8.GetBytes(currency ?? "");
        return new TopProducts(currency, new ProductRanking(_now, main).Top(new ProductRanking(_before, main)));
    }

    private Lists Lists() => new(
        TopKeys.Of(_now.Buttons), TopKeys.Of(_now.Pages), TopKeys.Of(_now.Sources), TopKeys.Of(_now.Devices), TopKeys.Of(_now.Types), Limited());

    private List<string> Limited()
    {
        var limited = new List<string>();
        Note(_now.Buttons, "buttons");
        Note(_now.Pages, "pages");
        Note(_now.Sources, "sources");
        Note(_now.Types, "types");
        Note(_now.Products, "products");
        return limited;

        void Note<T>(Keyed<T> counts, string name) where T : struct
        {
            if (counts.IndexOf(KeyText.Other) >= 0) limited.Add(name);
        }
    }

    private static decimal Conversion(WindowVisitors visitors) => visitors.Seen == 0 ? 0 : Math.Round((decimal)visitors.Buyers / visitors.Seen, 6);
}
