using System.Globalization;

namespace Count;

/// <summary>What visitors look at, press and buy.</summary>
/// <param name="random">Where all choices come from.</param>
internal class SampleShop(Random random)
{
    private const int Visitors = 50_000, Products = 200, Buttons = 24;

    private readonly string[] _visitors = [.. Enumerable.Range(0, Visitors).Select(_ => NewId(random))];

    public virtual string Visitor() => _visitors[random.Next(Visitors)];

    public virtual string Page() => Popular(Products) is var page && page == 0 ? "/" : Invariant($"/kits/kit-{page}");

    public virtual string Button() => Invariant($"button-{Popular(Buttons)}");

    public virtual OrderLine Line() => LineOf(Popular(Products));

    protected OrderLine LineOf(int product) => new(Invariant($"kit-{product}"), 4.95m + product * 37 % 90, random.Next(1, 4));

    public Order Order()
    {
        var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Line()).ToList();
        const decimal Shipping = 4.90m;
        return new Order(NewId(random), lines.Sum(l => l.Price * l.Quantity) + Shipping, lines);
    }

    protected static string NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // The first ones are chosen more often.
    private int Popular(int count) => (int)(count * Math.Pow(random.NextDouble(), 2));
}
