namespace ObviousStream;

/// <summary>What became of the records of one partition of one topic.</summary>
internal sealed class VerdictCounts
{
    public long Shown { get; set; }

    public long Duplicate { get; set; }

    public long Late { get; set; }

    public long Bot { get; set; }

    public long Rejected { get; set; }
}
