namespace EdmStream.Count;

/// <summary>
/// The counts of one partition by bucket, for the longest window and the one before it, and of what lies ahead of them: a
/// window has no upper edge. In the steady state the buckets that are let go are used again. It belongs to one thread.
/// </summary>
internal sealed class BucketCounts
{
    private readonly Dictionary<int, Minute> _minutes = [];
    private readonly Stack<Minute> _spareMinutes = [];
    private readonly Stack<Counts> _spareCounts = [];
    private int _edge;

    public void Add(scoped in ShownEvent shown) => Open(shown.Bucket)?.Add(shown);

    /// <summary>The counts of a bucket, emptied, to be counted anew; null where no window needs it any more.</summary>
    public Counts? Anew(int bucket)
    {
        var counts = Open(bucket);
        counts?.Clear();
        return counts;
    }

    /// <summary>The counts of a bucket; null where nothing happened.</summary>
    public Counts? At(int bucket) => _minutes.TryGetValue(bucket / Buckets.AMinute, out var minute) ? minute[bucket % Buckets.AMinute] : null;

    /// <summary>Adds up the buckets that are later than one, up to another.</summary>
    /// <param name="sum">Takes the sum.</param>
    /// <param name="after">The first bucket that is not among them any more.</param>
    /// <param name="upTo">The last one; <see cref="int.MaxValue"/> when there is none.</param>
    public void SumUp(Counts sum, int after, int upTo = int.MaxValue)
    {
        foreach (var (number, minute) in _minutes)
        {
            var (first, last) = (number * Buckets.AMinute, (number + 1) * Buckets.AMinute - 1);
            if (last <= after || first > upTo) continue;
            if (first > after && last <= upTo) sum.Include(minute.Sum());
            else
                for (var bucket = Math.Max(first, after + 1); bucket <= Math.Min(last, upTo); bucket++)
                    if (minute[bucket - first] is { } counts) sum.Include(counts);
        }
    }

    /// <summary>Lets go of the buckets that no window needs any more. It never slides back.</summary>
    public void Slide(int toBucket)
    {
        if (toBucket - Buckets.Kept <= _edge) return;
        _edge = toBucket - Buckets.Kept;
        foreach (var (number, minute) in _minutes)
        {
            if ((number + 1) * Buckets.AMinute - 1 > _edge) continue;
            _minutes.Remove(number);
            minute.Clear(_spareCounts);
            _spareMinutes.Push(minute);
        }
    }

    private Counts? Open(int bucket)
    {
        if (bucket <= _edge) return null;
        var (number, place) = Math.DivRem(bucket, Buckets.AMinute);
        if (!_minutes.TryGetValue(number, out var minute)) _minutes[number] = minute = _spareMinutes.TryPop(out var spare) ? spare : new Minute();
        return minute.Open(place, _spareCounts);
    }
}
