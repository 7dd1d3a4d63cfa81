using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>What is counted, for counting; in the tables it has the names of <see cref="HistoryKind"/>.</summary>
internal enum CountKind
{
    PageLoad,
    Device,
    Source,
    Click,
    Button,
    Viewed,
    Added,
    Ordered,
    Order,
}

internal static class CountKinds
{
    private static readonly string[] Names =
    [
        HistoryKind.PageLoad, HistoryKind.Device, HistoryKind.Source, HistoryKind.Click, HistoryKind.Button,
        HistoryKind.Viewed, HistoryKind.Added, HistoryKind.Ordered, HistoryKind.Order,
    ];

    public static int Number => Names.Length;

    public static string Name(this CountKind kind) => Names[(int)kind];
}
