using System.Globalization;

namespace EdmStats.Rebuild;

/// <summary>Says once a second how far it is, how fast, and how long it still takes.</summary>
internal sealed class RebuildProgress(TimeProvider time, TextWriter output)
{
    private readonly long _begun = time.GetTimestamp();
    private long _told = time.GetTimestamp();
    private long _done, _all;

    /// <summary>So many records more are to be read.</summary>
    public void Aim(long left) => _all = _done + left;

    /// <returns>Whether it was said: a second is over.</returns>
    public bool Tell(int more)
    {
        _done += more;
        if (time.GetElapsedTime(_told) < TimeSpan.FromSeconds(1)) return false;
        _told = time.GetTimestamp();
        var rate = _done / time.GetElapsedTime(_begun).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_done:N0} of {_all:N0} records, {rate:N0} a second, {Math.Max(0, _all - _done) / rate:N0} s left"));
        return true;
    }
}
