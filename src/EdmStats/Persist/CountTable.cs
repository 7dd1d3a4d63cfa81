using EdmContracts;

namespace EdmStats.Persist;

/// <summary>The counts of one span of time, by kind and key. Every key has its own: a history leaves none out. Not thread-safe.</summary>
internal sealed class CountTable
{
    private readonly Keyed<Sums>[] _kinds = [.. Enumerable.Range(0, CountKinds.Number).Select(_ => new Keyed<Sums>(int.MaxValue))];

    /// <summary>The keys it holds.</summary>
    public int Count => _kinds.Sum(k => k.Count);

    /// <summary>The orders that were counted here.</summary>
    public long Orders { get; set; }

    /// <summary>The sums under a key, which begin as zero. Good until the next call.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="key">As <see cref="CountKey"/> makes it.</param>
    public ref Sums this[CountKind kind, ReadOnlySpan<byte> key] => ref _kinds[(int)kind][key];

    /// <summary>Adds all that another one counted.</summary>
    public void Add(CountTable other)
    {
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            var (own, others) = (_kinds[kind], other._kinds[kind]);
            for (var i = 0; i < others.Count; i++)
            {
                ref var sums = ref own[others.KeyAt(i)];
                sums.Events += others.At(i).Events;
                sums.Amount += others.At(i).Amount;
            }
        }
    }

    /// <summary>All that was counted, as rows of one time.</summary>
    /// <param name="step">The span in minutes.</param>
    /// <param name="at">Its beginning: minutes since 1970.</param>
    public IEnumerable<CountRow> Rows(int step, long at)
    {
        foreach (var kind in Enum.GetValues<CountKind>())
        {
            var sums = _kinds[(int)kind];
            for (var i = 0; i < sums.Count; i++) yield return CountRow.Of(kind, step, at, sums.KeyAt(i), sums.At(i));
        }
    }
}
