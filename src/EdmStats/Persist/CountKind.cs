namespace EdmStats.Persist;

/// <summary>What is counted. In the tables it is written in small letters.</summary>
internal enum CountKind
{
    PageLoad,
    Device,
    Source,
    Click,
    Button,
    Viewed,
    Added,

    /// <summary>Orders with a product, and what they brought for it, by currency.</summary>
    Ordered,

    /// <summary>Orders, and what they brought, by currency.</summary>
    Order,
}

internal static class CountKinds
{
    public static readonly int Number = Enum.GetValues<CountKind>().Length;

    private static readonly string[] Names = [.. Enum.GetNames<CountKind>().Select(name => name.ToLowerInvariant())];

    public static string Name(this CountKind kind) => Names[(int)kind];
}
