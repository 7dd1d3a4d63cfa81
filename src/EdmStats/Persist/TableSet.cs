namespace EdmStats.Persist;

/// <summary>The tables that a batch is added to, all but the offsets.</summary>
internal sealed record TableSet(string Counts, string Visitors, string Products)
{
    /// <summary>Those that questions are answered from.</summary>
    public static readonly TableSet Live = new("history_counts", "history_visitors", "history_products");
}
