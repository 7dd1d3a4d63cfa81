namespace EdmStats.Tables;

/// <summary>Whose number a sketch tells: the values of <c>history_visitors.who</c>.</summary>
internal static class HistoryWho
{
    /// <summary>Anyone of whom an event came.</summary>
    public const string Visitor = "visitor";

    /// <summary>Who ordered.</summary>
    public const string Buyer = "buyer";
}
