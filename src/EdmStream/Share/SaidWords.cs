using System.Globalization;
using System.Text;
using System.Text.Json;
using EdmContracts.Live;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// The newest words of <c>edm-live</c>. A word counts when none of its offsets is lower than in the one with its key that is
/// known: so a node that lost a partition and goes on speaking changes nothing. Where a head is withdrawn, all slices of its
/// partition are forgotten; where a slice is, nothing is: that is for compaction alone.
/// </summary>
internal sealed class SaidWords
{
    private readonly Dictionary<int, Head> _heads = [];
    private readonly Dictionary<(int Partition, int Bucket), Slice> _slices = [];

    public void Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        var place = Encoding.UTF8.GetString(key).Split('/');
        if (!int.TryParse(place[0], CultureInfo.InvariantCulture, out var partition)) return;
        if (place.Length == 1) TakeHead(partition, value);
        else if (place.Length == 2 && int.TryParse(place[1], CultureInfo.InvariantCulture, out var bucket)) TakeSlice((partition, bucket), value);
    }

    /// <summary>By partition, as of now.</summary>
    public IReadOnlyDictionary<int, SaidPartition> Partitions()
    {
        var slices = _slices.Values.ToLookup(s => s.Partition);
        return _heads.ToDictionary(head => head.Key, head => new SaidPartition(
            head.Value,
            [.. slices[head.Key].Select(s => s.Bucket)],
            slices[head.Key].Where(s => s.Closed is not null).ToDictionary(s => s.Bucket, s => SaidCounts.Read(s.Closed!))));
    }

    private void TakeHead(int partition, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            if (LiveWords.Read<Head>(value) is { } head && head.IsNewerThan(_heads.GetValueOrDefault(partition))) _heads[partition] = head;
            return;
        }

        _heads.Remove(partition);
        foreach (var key in _slices.Keys)
            if (key.Partition == partition) _slices.Remove(key);
    }

    private void TakeSlice((int Partition, int Bucket) key, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty && LiveWords.Read<Slice>(value) is { } slice && slice.IsNewerThan(_slices.GetValueOrDefault(key))) _slices[key] = slice;
    }
}
