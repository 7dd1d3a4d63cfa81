using System.Diagnostics.CodeAnalysis;

namespace EdmShopper.Book;

/// <summary>What is special about an event that is going to be sent: the known numbers that the verdicts are held against.</summary>
public enum PlanKind
{
    /// <summary>Sent once, when it happens.</summary>
    Plain,

    /// <summary>Sent a second time, under the same id, after it was answered.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word of the books, and not a number here.")]
    Double,

    /// <summary>A new event about an order that was reported already: the thank-you page was loaded again.</summary>
    Reload,

    /// <summary>A crawler's.</summary>
    Bot,

    /// <summary>It happened earlier: a phone that had no network. How much earlier decides whether it is shown.</summary>
    Late,

    /// <summary>Of a phone whose clock is wrong.</summary>
    Skewed,

    /// <summary>From a recorded log: which of its events are crawlers' nobody knows.</summary>
    Recorded,
}
