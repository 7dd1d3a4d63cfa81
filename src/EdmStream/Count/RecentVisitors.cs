using System.IO.Hashing;

namespace EdmStream.Count;

/// <summary>
/// The visitors seen in the last minutes, each with the newest bucket in which it was seen; a histogram over those
/// buckets answers for any moment by a suffix sum.
/// </summary>
internal sealed class RecentVisitors
{
    /// <summary>Who was seen in the last five minutes is a visitor now.</summary>
    public const int Window = 5 * Buckets.AMinute;

    private readonly Dictionary<UInt128, long> _lastSeen = [];
    private readonly SortedDictionary<long, int> _histogram = [];
    private long _swept;

    public void See(ReadOnlySpan<byte> visitor, long bucket)
    {
        var fingerprint = XxHash128.HashToUInt128(visitor);
        if (_lastSeen.TryGetValue(fingerprint, out var last))
        {
            if (last >= bucket) return;
            Count(last, -1);
        }

        _lastSeen[fingerprint] = bucket;
        Count(bucket, +1);
    }

    /// <summary>How many were seen in the window that ends with this bucket, or later.</summary>
    public int SeenAt(long bucket) => _histogram.Where(h => h.Key > bucket - Window).Sum(h => h.Value);

    /// <summary>Forgets who left the window for good; once a window is often enough.</summary>
    public void Slide(long toBucket)
    {
        if (toBucket - _swept < Window) return;
        _swept = toBucket;
        foreach (var (fingerprint, last) in _lastSeen)
        {
            if (last > toBucket - Window) continue;
            _lastSeen.Remove(fingerprint);
            Count(last, -1);
        }
    }

    private void Count(long bucket, int change)
    {
        var count = _histogram.GetValueOrDefault(bucket) + change;
        if (count == 0) _histogram.Remove(bucket);
        else _histogram[bucket] = count;
    }
}
