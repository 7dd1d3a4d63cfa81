namespace EdmShopper.Verify;

/// <summary>What a comparison counted: events of the book, and records of the topics.</summary>
internal sealed class Sums
{
    public long Planned { get; set; }
    public long Confirmed { get; set; }
    public long Refused { get; set; }

    /// <summary>Neither confirmed nor refused.</summary>
    public long Unconfirmed { get; set; }

    /// <summary>Of those, the ones that are in the topics all the same.</summary>
    public long UnconfirmedFound { get; set; }

    /// <summary>Records of the book's events.</summary>
    public long Records { get; set; }

    /// <summary>The different events among them.</summary>
    public long Distinct { get; set; }

    /// <summary>Records of nobody in the book.</summary>
    public long Others { get; set; }

    /// <summary>Doubles of events that were answered more than once.</summary>
    public long DoublesAnswered { get; set; }

    /// <summary>Doubles by tries whose answer never arrived, or did not know.</summary>
    public long DoublesUnanswered { get; set; }

    public long DoublesUnexplained { get; set; }
}
