using EdmContracts;
using EdmContracts.Live;

namespace EdmStream.Count;

/// <summary>
/// The books of one partition of one topic. What was read is the difference of the offsets and never a counter: so
/// read = shown + duplicate + late + bot + rejected + expired can fail, and whoever shows it shows whether it holds.
/// </summary>
internal sealed class Tally
{
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];

    public Tally(long begin) => From = Next = begin;

    /// <summary>Books that another owner has kept so far.</summary>
    public Tally(HeadBooks kept)
    {
        (From, Next, Expired) = (kept.From, kept.UpTo, kept.Expired);
        this[Verdict.Shown] = kept.Shown;
        this[Verdict.Duplicate] = kept.Duplicate;
        this[Verdict.Late] = kept.Late;
        this[Verdict.Bot] = kept.Bot;
        this[Verdict.Rejected] = kept.Rejected;
    }

    /// <summary>The offset counted from.</summary>
    public long From { get; private set; }

    /// <summary>The offset that comes next.</summary>
    public long Next { get; private set; }

    public long Expired { get; private set; }

    /// <summary>Whether nothing has been counted yet.</summary>
    public bool IsEmpty => From == Next;

    public long this[Verdict verdict]
    {
        get => _verdicts[(int)verdict];
        private set => _verdicts[(int)verdict] = value;
    }

    /// <summary>As it is said.</summary>
    public HeadBooks Said => new(
        From, Next, this[Verdict.Shown], this[Verdict.Duplicate], this[Verdict.Late], this[Verdict.Bot], this[Verdict.Rejected], Expired);

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
