using EdmContracts;

namespace EdmStream.Count;

/// <summary>
/// The books of one partition of one topic. What was read is the difference of the offsets and never a counter: so
/// read = shown + duplicate + late + bot + rejected + expired can fail, and whoever shows it shows whether it holds.
/// </summary>
internal sealed class Tally(long begin)
{
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];

    /// <summary>The offset counted from.</summary>
    public long From { get; private set; } = begin;

    /// <summary>The offset that comes next.</summary>
    public long Next { get; private set; } = begin;

    public long Expired { get; private set; }

    /// <summary>Whether nothing has been counted yet.</summary>
    public bool IsEmpty => From == Next;

    public long this[Verdict verdict] => _verdicts[(int)verdict];

    /// <summary>A record that is older than what is counted: it was read for the memory of ids alone.</summary>
    public void PassOver(long offset) => From = Next = offset + 1;

    public void Count(long offset, Verdict verdict)
    {
        _verdicts[(int)verdict]++;
        Next = offset + 1;
    }

    public void Expire(long count)
    {
        Expired += count;
        Next += count;
    }
}
