using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// The distinct visitors as they were when each bucket closed. That is a record and no function of the log: where
/// nobody counted there is no value.
/// </summary>
internal sealed class VisitorsOverTime
{
    private readonly int?[] _values = new int?[Buckets.Kept];
    private long _newest = -1;
    private int _current;

    /// <summary>The value as of a bucket that is still open; the bucket before closes when this one is named first.</summary>
    public void Record(long bucket, int visitors)
    {
        if (_newest >= 0 && bucket > _newest)
        {
            for (var missed = Math.Max(_newest + 1, bucket - Buckets.Kept + 1); missed < bucket; missed++) _values[missed % Buckets.Kept] = null;
            _values[_newest % Buckets.Kept] = _current;
        }

        (_newest, _current) = (bucket, visitors);
    }

    public void Forget()
    {
        Array.Clear(_values);
        _newest = -1;
    }

    /// <summary>The value at the end of each step, the last one as of now.</summary>
    public Distinct Over(long first, int step, int steps, int now, long before)
    {
        var series = new int?[steps];
        for (var i = 0; i < steps - 1; i++) series[i] = At(first + (i + 1) * step - 1);
        series[steps - 1] = now;
        return new Distinct(now, At(before), series);
    }

    private int? At(long bucket) => bucket >= _newest || bucket <= _newest - Buckets.Kept ? null : _values[bucket % Buckets.Kept];
}
