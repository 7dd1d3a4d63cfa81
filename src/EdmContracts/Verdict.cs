namespace EdmContracts;

/// <summary>What becomes of a record that was read: each gets exactly one, looked for in this order.</summary>
public enum Verdict
{
    /// <summary>It cannot be read as a record.</summary>
    Rejected,

    /// <summary>Its id was read before, not longer ago than the dedupe horizon.</summary>
    Duplicate,

    /// <summary>A crawler's: the record says so.</summary>
    Bot,

    /// <summary>It happened more than an hour before it was received.</summary>
    Late,

    /// <summary>It counts in the live windows.</summary>
    Shown,
}
