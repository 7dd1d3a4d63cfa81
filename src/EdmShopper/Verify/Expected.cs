namespace EdmShopper.Verify;

/// <summary>What the book says of one event, and what was found of it. Small, since a book holds millions.</summary>
internal struct Expected
{
    /// <summary>Where in the book the event stands, as it was sent: it is read again when its record is there.</summary>
    public long At;
    public int Length;

    /// <summary>How it was sent: the sender's clock, a bot's mark.</summary>
    public Manner Manner;

    /// <summary>By how much the sender's clock was ahead, in milliseconds.</summary>
    public long Skew;

    /// <summary>The tries whose answer says that it is in the topics.</summary>
    public ushort Confirmed;

    /// <summary>The tries after which nobody knows whether it is.</summary>
    public ushort Unknown;

    /// <summary>Whether an answer said "never".</summary>
    public bool Refused;

    /// <summary>How often it lies in the topics.</summary>
    public ushort Found;

    /// <summary>Where the first one found lies.</summary>
    public int Partition;
    public UInt128 Key;

    public readonly bool IsConfirmed => Confirmed > 0;

    /// <summary>Whether it can be said that no topic holds it because it was refused.</summary>
    public readonly bool IsKeptOut => Refused && Confirmed == 0 && Unknown == 0;
}
