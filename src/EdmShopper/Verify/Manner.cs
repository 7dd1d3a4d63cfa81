namespace EdmShopper.Verify;

/// <summary>How an event was sent, as far as it shows in its record.</summary>
internal enum Manner : byte
{
    /// <summary>Nothing special shows: plain, sent twice, loaded again, late.</summary>
    Plain,

    /// <summary>By a crawler, which the relay marks.</summary>
    Bot,

    /// <summary>By a clock that is wrong, which the relay corrects.</summary>
    Skewed,

    /// <summary>From a recorded log: whether it holds crawlers nobody knows.</summary>
    Recorded,
}
