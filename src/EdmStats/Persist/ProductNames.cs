using EdmContracts;

namespace EdmStats.Persist;

/// <summary>
/// The products' newest names, to the hour: so a name is written once an hour at most, however often it is said. Of several
/// in one hour it is the first in the order of their letters, whatever order the events come in.
/// </summary>
internal sealed class ProductNames
{
    private const long Hour = 3_600_000;

    private readonly Keyed<(long At, Range Name)> _names = new(int.MaxValue);

    public void Say(scoped in EventProperties product, long time)
    {
        if (product.ProductId.IsEmpty || product.Name.IsEmpty) return;
        ref var known = ref _names[product.ProductId];
        var at = time - time % Hour;
        if (known.At > at) return;
        if (known.At == at && product.Name.SequenceCompareTo(_names.Text(known.Name)) >= 0) return;
        known = (at, _names.Keep(product.Name));
    }

    /// <summary>In the order of the keys.</summary>
    public IReadOnlyList<(string Key, string Name, long At)> All() =>
        [.. Enumerable.Range(0, _names.Count).Select(Row).OrderBy(row => row.Key, StringComparer.Ordinal)];

    public void Clear() => _names.Clear();

    private (string Key, string Name, long At) Row(int index)
    {
        var (at, name) = _names.At(index);
        return (CountKey.Text(_names.KeyAt(index)), CountKey.Text(_names.Text(name)), at);
    }
}
