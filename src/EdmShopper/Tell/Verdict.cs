namespace EdmShopper.Tell;

/// <summary>What becomes of a record of the log. Not the counting services' own type: who checks others does not borrow from them.</summary>
public enum Verdict
{
    /// <summary>Its id, or its order's, was there before.</summary>
    Duplicate,

    /// <summary>A crawler's.</summary>
    Bot,

    /// <summary>It happened more than an hour before it was received.</summary>
    Late,

    /// <summary>It counts in the live windows.</summary>
    Shown,
}
