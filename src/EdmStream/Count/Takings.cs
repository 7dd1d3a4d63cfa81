namespace EdmStream.Count;

/// <summary>What came in, in one currency.</summary>
internal struct Takings
{
    public int Orders;
    public decimal Revenue;

    public void Include(in Takings other) => (Orders, Revenue) = (Orders + other.Orders, Revenue + other.Revenue);
}
