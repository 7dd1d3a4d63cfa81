namespace EdmStats.Query;

/// <summary>A range cut where the clocks of its zone show another day, hour or minute.</summary>
internal sealed class SeriesBuckets
{
    private SeriesBuckets(IReadOnlyList<DateTimeOffset> at, DateTimeOffset end)
    {
        At = at;
        Boundaries = [.. at.Append(end).Select(HistoryRange.MinuteOf)];
    }

    /// <summary>The beginning of each.</summary>
    public IReadOnlyList<DateTimeOffset> At { get; }

    /// <summary>Their edges in minutes since 1970: one more than there are buckets.</summary>
    public IReadOnlyList<long> Boundaries { get; }

    /// <returns>Null when there are more than anybody may ask for.</returns>
    public static SeriesBuckets? Of(HistoryRange range, SeriesStep by)
    {
        var at = new List<DateTimeOffset>();
        for (var moment = range.From; moment < range.To; moment = range.Clock.Next(moment, by))
        {
            if (at.Count == QueryLimits.Points) return null;
            at.Add(moment);
        }

        return new(at, range.To);
    }

    /// <summary>The bucket of a minute that lies in the range; the first one, when it lies before.</summary>
    /// <param name="boundaries">Like <see cref="Boundaries"/>.</param>
    /// <param name="minute">Since 1970.</param>
    public static int IndexOf(IReadOnlyList<long> boundaries, long minute)
    {
        var (low, high) = (0, boundaries.Count - 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (boundaries[middle] <= minute) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
