namespace EdmStream.Share;

/// <summary>The ten products that brought most, then the most looked at, then by id.</summary>
/// <param name="Currency">Products are held against each other by revenue in the currency that most of the window's orders are in; null without orders.</param>
/// <param name="Top">At most ten.</param>
public sealed record TopProducts(string? Currency, IReadOnlyList<Product> Top);

/// <param name="Id">Its id; <c>(other)</c> for the rest of those for which there is no room.</param>
/// <param name="Name">What events call it; null when none does.</param>
/// <param name="Views">How often it was looked at.</param>
/// <param name="Adds">How often it was put into a cart.</param>
/// <param name="Orders">The orders that have it.</param>
/// <param name="Revenue">Price times quantity in these, by currency.</param>
/// <param name="RankBefore">Its rank in the window before, from 1; null when it was not in it.</param>
public sealed record Product(
    string Id, string? Name, int Views, int Adds, int Orders, IReadOnlyDictionary<string, decimal> Revenue, int? RankBefore);
