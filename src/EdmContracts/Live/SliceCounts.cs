namespace EdmContracts.Live;

/// <summary>What adds up, over partitions and over time. Keys stand in the order in which they came.</summary>
/// <param name="PageLoads">Page loads.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Commerce">Commerce events.</param>
/// <param name="Orders">Completed orders.</param>
/// <param name="Buttons">Clicks by button.</param>
/// <param name="Pages">Page loads by path.</param>
/// <param name="Sources">Page loads by where the visit came from.</param>
/// <param name="Devices">Page loads by phone, tablet and desktop.</param>
/// <param name="Types">Commerce events by type.</param>
/// <param name="Products">By product id.</param>
/// <param name="Takings">Orders by currency; <c>(other)</c> are those in none.</param>
public sealed record SliceCounts(
    int PageLoads,
    int Clicks,
    int Commerce,
    int Orders,
    IReadOnlyDictionary<string, int> Buttons,
    IReadOnlyDictionary<string, int> Pages,
    IReadOnlyDictionary<string, int> Sources,
    IReadOnlyDictionary<string, int> Devices,
    IReadOnlyDictionary<string, int> Types,
    IReadOnlyDictionary<string, SliceProduct> Products,
    IReadOnlyDictionary<string, SliceTakings> Takings);

/// <summary>What a product did.</summary>
/// <param name="Name">The name that its events call it by; null where they name none.</param>
/// <param name="NamedIn">The bucket that the name is from: the latest one's is shown.</param>
/// <param name="Views">How often it was looked at.</param>
/// <param name="Adds">How often it was put into a cart.</param>
/// <param name="Orders">The orders that hold it.</param>
/// <param name="Revenue">By currency.</param>
public sealed record SliceProduct(string? Name, int NamedIn, int Views, int Adds, int Orders, IReadOnlyDictionary<string, decimal> Revenue);

/// <summary>What came in, in one currency.</summary>
/// <param name="Orders">Completed orders.</param>
/// <param name="Revenue">In units of the currency.</param>
public sealed record SliceTakings(int Orders, decimal Revenue);
