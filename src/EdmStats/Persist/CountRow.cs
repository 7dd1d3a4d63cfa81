using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>What is added to one row of <c>history_counts</c>.</summary>
internal readonly record struct CountRow(CountKind Kind, int Step, long At, string Key, string Currency, long Events, HistoryAmount Amount)
    : IComparable<CountRow>
{
    /// <param name="kind">What was counted.</param>
    /// <param name="step">The span in minutes.</param>
    /// <param name="at">Its beginning: minutes since 1970.</param>
    /// <param name="key">As <see cref="CountKey"/> makes it.</param>
    /// <param name="sums">What was counted.</param>
    public static CountRow Of(CountKind kind, int step, long at, ReadOnlySpan<byte> key, in Sums sums)
    {
        var (words, currency) = CountKey.InWords(key);
        return new CountRow(kind, step, at, words, currency, sums.Events, HistoryAmount.Of(sums.Amount));
    }

    public CountRow Plus(CountRow other) =>
        this with { Events = Events + other.Events, Amount = HistoryAmount.Of(Amount.Value + other.Amount.Value) };

    /// <summary>The order in which rows are written, whoever writes: two writers then never wait for each other in a ring.</summary>
    public int CompareTo(CountRow other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) :
        Step != other.Step ? Step.CompareTo(other.Step) :
        At != other.At ? At.CompareTo(other.At) :
        string.CompareOrdinal(Key, other.Key) is not 0 and var byKey ? byKey :
        string.CompareOrdinal(Currency, other.Currency);
}
