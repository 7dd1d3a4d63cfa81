using System.Text;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>The products of a window in the order of what they brought in one currency, then of views, then of their ids.</summary>
internal sealed class ProductRanking
{
    private readonly Counts _counts;
    private readonly decimal[] _revenue;

    /// <param name="counts">The window's.</param>
    /// <param name="currency">The currency that products are held against each other by; empty for none.</param>
    public ProductRanking(Counts counts, ReadOnlySpan<byte> currency)
    {
        _counts = counts;
        _revenue = new decimal[counts.Products.Count];
        if (currency.Length != Currency.Length) return;
        Span<byte> key = stackalloc byte[Currency.Length + KeyText.LongestInBytes];
        currency.CopyTo(key);
        for (var i = 0; i < _revenue.Length; i++)
        {
            var product = counts.Products.KeyAt(i);
            product.CopyTo(key[Currency.Length..]);
            _revenue[i] = counts.ProductRevenue.Of(key[..(Currency.Length + product.Length)]) ?? 0;
        }
    }

    /// <summary>The first ten, with the rank that each had in another window.</summary>
    public IReadOnlyList<Product> Top(ProductRanking before)
    {
        var best = TopKeys.Best(_revenue.Length, (a, b) => Compare(a, b));
        var revenue = RevenueOf(best);
        return [.. best.Select((product, place) => Row(product, revenue[place], before.RankOf(this, product)))];
    }

    private Product Row(int index, IReadOnlyDictionary<string, decimal> revenue, int? rankBefore)
    {
        ref readonly var product = ref _counts.Products.At(index);
        var name = _counts.Products.Text(product.Name);
        return new Product(
            Encoding.UTF8.GetString(_counts.Products.KeyAt(index)), name.IsEmpty ? null : Encoding.UTF8.GetString(name),
            product.Views, product.Adds, product.Orders, revenue, rankBefore);
    }

    /// <summary>Everything that these products brought, by currency.</summary>
    private List<SortedDictionary<string, decimal>> RevenueOf(List<int> products)
    {
        var revenue = products.ConvertAll(_ => new SortedDictionary<string, decimal>(StringComparer.Ordinal));
        for (var i = 0; i < _counts.ProductRevenue.Count; i++)
        {
            var key = _counts.ProductRevenue.KeyAt(i);
            for (var place = 0; place < products.Count; place++)
                if (_counts.Products.KeyAt(products[place]).SequenceEqual(key[Currency.Length..]))
                    revenue[place][Encoding.UTF8.GetString(key[..Currency.Length])] = _counts.ProductRevenue.At(i);
        }

        return revenue;
    }

    private int? RankOf(ProductRanking other, int product)
    {
        if (_counts.Products.IndexOf(other._counts.Products.KeyAt(product)) is not (>= 0 and var own)) return null;
        var rank = 1;
        for (var i = 0; i < _revenue.Length; i++)
            if (Compare(i, own) < 0) rank++;
        return rank;
    }

    private int Compare(int a, int b) =>
        _revenue[b].CompareTo(_revenue[a]) is not 0 and var richer ? richer :
        _counts.Products.At(b).Views.CompareTo(_counts.Products.At(a).Views) is not 0 and var looked ? looked :
        _counts.Products.KeyAt(a).SequenceCompareTo(_counts.Products.KeyAt(b));
}
