using EdmShopper.Book;

namespace EdmShopper.Tell;

/// <summary>
/// What everybody else must show, worked out of a book alone, straight from the definitions: too simple to be wrong. The
/// other side's code has no part in it.
/// </summary>
/// <param name="Moment">The moment asked about (milliseconds since 1970).</param>
/// <param name="Doubts">What nobody can know, a sentence each; while there is one, figures may differ by as much.</param>
/// <param name="Refused">Events that the relay refused for good: they are not in the log.</param>
/// <param name="Unconfirmed">Events that may or may not be in the log.</param>
/// <param name="Verdicts">Over the whole log.</param>
/// <param name="VisitorsNow">Distinct visitors of the last five minutes.</param>
/// <param name="ActiveCarts">Visitors with something in the cart.</param>
/// <param name="Windows">5, 30 and 60 minutes.</param>
public sealed record Truth(
    long Moment, IReadOnlyList<string> Doubts, int Refused, int Unconfirmed, VerdictTruth Verdicts, int VisitorsNow, int ActiveCarts,
    IReadOnlyList<WindowTruth> Windows)
{
    private static readonly int[] Minutes = [5, 30, 60];

    /// <summary>Whether the figures are known exactly (the number of duplicates says for itself).</summary>
    public bool Certain => Doubts.Count == 0;

    /// <param name="book">The book.</param>
    /// <param name="moment">The moment asked about (milliseconds since 1970); when the last event was due if nothing is said.</param>
    public static Truth Of(ShopperBook book, long? moment = null)
    {
        var at = moment ?? book.Events.Select(e => e.Plan.Due).DefaultIfEmpty().Max();
        var log = ExpectedLog.Of(book);
        var shown = log.Where(e => e.Verdict == Verdict.Shown).ToList();
        var windows = Minutes.Select(m => WindowTruth.Of(shown, at, m)).ToList();
        return new Truth(
            at,
            [.. Tell.Doubts.About(book, log, at)],
            book.Events.Count(e => !e.IsConfirmed && e.RejectedFor is not null),
            book.Events.Count(e => e.IsOpen),
            new VerdictTruth(shown.Count, Duplicates(book, log), log.Count(e => e.Verdict == Verdict.Bot), log.Count(e => e.Verdict == Verdict.Late)),
            windows[0].Visitors,
            Carts.Active(shown, at),
            windows);
    }

    private static AtLeastAtMost Duplicates(ShopperBook book, List<LogEntry> log)
    {
        // Each try without an answer may have left a record more; the first of an event that was never confirmed would be no duplicate.
        var certain = log.Count(e => e.Verdict == Verdict.Duplicate);
        var possible = book.Events.Sum(e => e.Tries.Count(t => t.LeavesOpen) - (e.IsOpen ? 1 : 0));
        return new AtLeastAtMost(certain, certain + possible);
    }
}
