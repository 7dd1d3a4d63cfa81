using EdmContracts;

namespace EdmStream.Count;

/// <summary>
/// All that adds up: of one bucket and partition, or of many, which are the sum of theirs. <see cref="EventCounting"/> adds
/// events. It belongs to one thread; what was cleared is ready for another bucket.
/// </summary>
/// <param name="keys">How many keys of a kind have a count of their own.</param>
internal sealed class Counts(int keys)
{
    /// <summary>So many keys of a kind are counted in one bucket; a sum has as many as its parts.</summary>
    public const int KeysABucket = 1_000;

    public int PageLoads { get; set; }

    public int Clicks { get; set; }

    public int Commerce { get; set; }

    public int Orders { get; set; }

    /// <summary>Clicks by button.</summary>
    public Keyed<int> Buttons { get; } = new(keys);

    /// <summary>Page loads by path.</summary>
    public Keyed<int> Pages { get; } = new(keys);

    /// <summary>Page loads by where the visit came from.</summary>
    public Keyed<int> Sources { get; } = new(keys);

    /// <summary>Page loads by phone, tablet and desktop.</summary>
    public Keyed<int> Devices { get; } = new(keys);

    /// <summary>Commerce events by type.</summary>
    public Keyed<int> Types { get; } = new(keys);

    public Keyed<ProductCounts> Products { get; } = new(keys);

    /// <summary>Orders and revenue by currency; <c>(other)</c> are orders in none, of which no revenue is known.</summary>
    public Keyed<Takings> Takings { get; } = new(keys);

    /// <summary>Revenue by currency and product: the key is the one followed by the other.</summary>
    public Keyed<decimal> ProductRevenue { get; } = new(keys == KeysABucket ? 4 * keys : keys);

    /// <summary>Adds what others have counted.</summary>
    public void Include(Counts other)
    {
        PageLoads += other.PageLoads;
        Clicks += other.Clicks;
        Commerce += other.Commerce;
        Orders += other.Orders;
        Include(Buttons, other.Buttons);
        Include(Pages, other.Pages);
        Include(Sources, other.Sources);
        Include(Devices, other.Devices);
        Include(Types, other.Types);
        for (var i = 0; i < other.Products.Count; i++) IncludeProduct(other.Products, i);
        for (var i = 0; i < other.Takings.Count; i++) Takings[other.Takings.KeyAt(i)].Include(other.Takings.At(i));
        for (var i = 0; i < other.ProductRevenue.Count; i++) ProductRevenue[other.ProductRevenue.KeyAt(i)] += other.ProductRevenue.At(i);
    }

    public void Clear()
    {
        PageLoads = Clicks = Commerce = Orders = 0;
        Buttons.Clear();
        Pages.Clear();
        Sources.Clear();
        Devices.Clear();
        Types.Clear();
        Products.Clear();
        Takings.Clear();
        ProductRevenue.Clear();
    }

    private static void Include(Keyed<int> sum, Keyed<int> part)
    {
        for (var i = 0; i < part.Count; i++) sum[part.KeyAt(i)] += part.At(i);
    }

    private void IncludeProduct(Keyed<ProductCounts> part, int index)
    {
        ref readonly var other = ref part.At(index);
        ref var own = ref Products[part.KeyAt(index)];
        own.Include(other);
        if (other.NamedIn > own.NamedIn) Name(ref own, part.Text(other.Name), other.NamedIn);
    }

    /// <summary>Gives a product the name that an event of a bucket calls it by.</summary>
    public void Name(ref ProductCounts product, ReadOnlySpan<byte> name, int bucket)
    {
        if (!Products.Text(product.Name).SequenceEqual(name)) product.Name = Products.Keep(name);
        product.NamedIn = bucket;
    }
}
