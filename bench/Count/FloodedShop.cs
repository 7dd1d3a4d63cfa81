namespace Count;

/// <summary>Where no visitor, page, button or product is ever met again.</summary>
internal sealed class FloodedShop(Random random) : SampleShop(random)
{
    private readonly Random _random = random;
    private int _last;

    public override string Visitor() => NewId(_random);

    public override string Page() => Invariant($"/kits/kit-{++_last}");

    public override string Button() => Invariant($"button-{++_last}");

    public override OrderLine Line() => LineOf(++_last);
}
