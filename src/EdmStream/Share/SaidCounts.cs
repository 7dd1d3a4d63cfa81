using System.Text;
using EdmContracts;
using EdmContracts.Live;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>Counts as they are said on <c>edm-live</c>.</summary>
internal static class SaidCounts
{
    private static readonly SliceCounts Nothing = Of(new Counts(keys: 1));

    /// <param name="counts">Of one bucket; null where nothing happened.</param>
    public static SliceCounts OrNothing(Counts? counts) => counts is null ? Nothing : Of(counts);

    /// <summary>The figures of distinct visitors as they are said.</summary>
    public static ClosedFigures Of(DistinctFigures closed) => new(
        closed.VisitorsNow, closed.ActiveCarts,
        Buckets.Windows.Zip(closed.Windows).ToDictionary(
            w => w.First, w => new ClosedWindow(w.Second.Seen, w.Second.Buyers, w.Second.Viewed, w.Second.Added, w.Second.Checkout, w.Second.Ordered)));

    /// <summary>The figures of distinct visitors as they were said.</summary>
    public static DistinctFigures Read(ClosedFigures said) => new(
        said.VisitorsNow, said.ActiveCarts,
        [.. Buckets.Windows.Select(window => said.Windows.GetValueOrDefault(window, new ClosedWindow(0, 0, 0, 0, 0, 0)))
            .Select(w => new WindowVisitors(w.Seen, w.Buyers, w.Viewed, w.Added, w.Checkout, w.Ordered))]);

    /// <summary>Counts as they were said.</summary>
    /// <param name="said">Of one bucket.</param>
    /// <param name="counts">Takes them; empty.</param>
    public static void Read(SliceCounts said, Counts counts)
    {
        (counts.PageLoads, counts.Clicks, counts.Commerce, counts.Orders) = (said.PageLoads, said.Clicks, said.Commerce, said.Orders);
        Read(said.Buttons, counts.Buttons);
        Read(said.Pages, counts.Pages);
        Read(said.Sources, counts.Sources);
        Read(said.Devices, counts.Devices);
        Read(said.Types, counts.Types);
        foreach (var (id, product) in said.Products) Read(id, product, counts);
        foreach (var (currency, takings) in said.Takings) counts.Takings[Encoding.UTF8.GetBytes(currency)] = new Takings { Orders = takings.Orders, Revenue = takings.Revenue };
    }

    private static void Read(IReadOnlyDictionary<string, int> said, Keyed<int> counts)
    {
        foreach (var (key, count) in said) counts[Encoding.UTF8.GetBytes(key)] = count;
    }

    private static void Read(string id, SliceProduct said, Counts counts)
    {
        var key = Encoding.UTF8.GetBytes(id);
        ref var product = ref counts.Products[key];
        (product.Views, product.Adds, product.Orders) = (said.Views, said.Adds, said.Orders);
        if (said.Name is not null) counts.Name(ref product, Encoding.UTF8.GetBytes(said.Name), said.NamedIn);
        foreach (var (currency, revenue) in said.Revenue) counts.ProductRevenue[[.. Encoding.UTF8.GetBytes(currency), .. key]] = revenue;
    }

    private static SliceCounts Of(Counts counts) => new(
        counts.PageLoads, counts.Clicks, counts.Commerce, counts.Orders,
        Of(counts.Buttons), Of(counts.Pages), Of(counts.Sources), Of(counts.Devices), Of(counts.Types), Products(counts),
        Of(counts.Takings, (in Takings takings) => new SliceTakings(takings.Orders, takings.Revenue)));

    private static Dictionary<string, int> Of(Keyed<int> counts) => Of(counts, (in int count) => count);

    private static Dictionary<string, TSaid> Of<T, TSaid>(Keyed<T> counts, Say<T, TSaid> say) where T : struct
    {
        var said = new Dictionary<string, TSaid>(counts.Count);
        for (var i = 0; i < counts.Count; i++) said[Encoding.UTF8.GetString(counts.KeyAt(i))] = say(counts.At(i));
        return said;
    }

    private static Dictionary<string, SliceProduct> Products(Counts counts)
    {
        var products = Of(counts.Products, (in ProductCounts product) => new SliceProduct(
            product.NamedIn == 0 ? null : Encoding.UTF8.GetString(counts.Products.Text(product.Name)), product.NamedIn, product.Views, product.Adds, product.Orders,
            new Dictionary<string, decimal>()));
        for (var i = 0; i < counts.ProductRevenue.Count; i++)
        {
            var key = counts.ProductRevenue.KeyAt(i);
            if (key.SequenceEqual(KeyText.Other) || !products.TryGetValue(Encoding.UTF8.GetString(key[Currency.Length..]), out var product)) continue;
            ((Dictionary<string, decimal>)product.Revenue)[Encoding.UTF8.GetString(key[..Currency.Length])] = counts.ProductRevenue.At(i);
        }

        return products;
    }

    private delegate TSaid Say<T, out TSaid>(in T value);
}
