using System.Data.Common;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>Keeps the newest name of each product in <c>history_products</c>.</summary>
internal static class ProductRows
{
    private const string Newest =
        """
        on conflict (key) do update set name = excluded.name, named_at = excluded.named_at
        where excluded.named_at > history_products.named_at
           or excluded.named_at = history_products.named_at and excluded.name < history_products.name
        """;

    /// <returns>The rows written, at most.</returns>
    public static int Write(DbTransaction transaction, Dialect dialect, string table, IReadOnlyList<(string Key, string Name, long At)> products)
    {
        if (products.Count == 0) return 0;
        RowInsert.Execute(
            transaction, dialect, table, Newest.Replace("history_products", table, StringComparison.Ordinal),
            ("key", products.Select(p => p.Key).ToArray()),
            ("name", products.Select(p => p.Name).ToArray()),
            ("named_at", products.Select(p => p.At).ToArray()));
        return products.Count;
    }
}
