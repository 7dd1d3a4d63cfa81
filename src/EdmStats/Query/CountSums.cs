using System.Globalization;
using System.Text;

namespace EdmStats.Query;

/// <summary>The SQL that adds up <c>history_counts</c>. Only numbers and words of this program stand in it.</summary>
internal static class CountSums
{
    /// <summary>Sums whose order databases agree on: PostgreSQL makes decimals of them, which nothing here needs.</summary>
    public const string Sums =
        "cast(sum(events) as bigint) as events, cast(sum(units) as bigint) as units, cast(sum(millionths) as bigint) as millionths";

    /// <summary>What happened only in a part that was taken away did not happen.</summary>
    public const string NotNone = "having sum(events) > 0";

    /// <summary>The sums by kind and by further columns.</summary>
    /// <param name="columns">Such as <c>key, currency</c>.</param>
    public static string By(string columns, IReadOnlyList<StepPiece> pieces, params string[] kinds) =>
        $"select {columns}, {Sums} from ({Rows(pieces, kinds)}) as counted group by {columns} {NotNone}";

    /// <summary>All rows of some kinds in some pieces of time.</summary>
    public static string Rows(IReadOnlyList<StepPiece> pieces, params string[] kinds)
    {
        var sql = new StringBuilder();
        foreach (var kind in kinds)
        {
            foreach (var (step, from, to, less) in pieces)
            {
                if (sql.Length > 0) sql.Append(" union all ");
                var counts = less ? "-events as events, -units as units, -millionths as millionths" : "events, units, millionths";
                sql.Append(CultureInfo.InvariantCulture, $"select kind, at, key, currency, {counts} from history_counts where kind = '{kind}' and step = {step} and at >= {from} and at < {to}");
            }
        }

        return sql.ToString();
    }
}
