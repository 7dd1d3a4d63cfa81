using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>A part of a range that one step of <c>history_counts</c> answers. Minutes since 1970, <see cref="To"/> exclusive.</summary>
/// <param name="Less">Whether its counts are taken away, not added.</param>
internal readonly record struct StepPiece(int Step, long From, long To, bool Less = false)
{
    /// <summary>
    /// A whole range in as few rows as there can be: of a day that it cuts in its smaller part, as days of most places do, the day less
    /// that part. No row of a step is missing from a day that is kept, since all steps are written in one transaction.
    /// </summary>
    /// <param name="keptFrom">Days that begin before it may have lost some of their rows.</param>
    public static IReadOnlyList<StepPiece> Covering(IReadOnlyList<long> edges, long keptFrom)
    {
        var (from, to) = (edges[0], edges[^1]);
        var (first, last) = (HistoryStep.Floor(from, HistoryStep.Day), HistoryStep.Floor(to - 1, HistoryStep.Day));
        var pieces = new List<StepPiece>();
        AddDay(first, from, Math.Min(to, first + HistoryStep.Day), keptFrom, pieces);
        if (first + HistoryStep.Day < last) Join(new(HistoryStep.Day, first + HistoryStep.Day, last), pieces);
        if (first < last) AddDay(last, last, to, keptFrom, pieces);
        return pieces;
    }

    /// <summary>The coarsest steps that fit between each two neighbouring boundaries: no row of any lies in two of the buckets.</summary>
    /// <param name="boundaries">Ascending minutes; the edges of a range, and of the buckets that it is cut into.</param>
    public static IReadOnlyList<StepPiece> Between(IReadOnlyList<long> boundaries)
    {
        var pieces = new List<StepPiece>();
        for (var i = 1; i < boundaries.Count; i++) Add(boundaries[i - 1], boundaries[i], HistoryStep.All.Count - 1, pieces);
        return pieces;
    }

    private static void AddDay(long day, long from, long to, long keptFrom, List<StepPiece> pieces)
    {
        var end = day + HistoryStep.Day;
        if (to - from <= HistoryStep.Day / 2 || day < keptFrom)
        {
            Add(from, to, HistoryStep.All.Count - 1, pieces);
            return;
        }

        Join(new(HistoryStep.Day, day, end), pieces);

        // Only minutes that were asked for are known to be kept: not those before the first of them.
        var quarter = HistoryStep.Ceiling(from, HistoryStep.Quarter);
        Add(from, quarter, 0, pieces);
        pieces.AddRange(Between([day, quarter]).Concat(Between([to, end])).Select(piece => piece with { Less = true }));
    }

    private static void Add(long from, long to, int step, List<StepPiece> pieces)
    {
        if (from >= to) return;
        var minutes = HistoryStep.All[step];
        var (first, end) = (HistoryStep.Ceiling(from, minutes), HistoryStep.Floor(to, minutes));
        if (first >= end)
        {
            Add(from, to, step - 1, pieces);
            return;
        }

        Add(from, first, step - 1, pieces);
        Join(new(minutes, first, end), pieces);
        Add(end, to, step - 1, pieces);
    }

    /// <summary>Pieces of one step that touch are one: it is asked for once.</summary>
    private static void Join(StepPiece piece, List<StepPiece> pieces)
    {
        if (pieces.Count > 0 && pieces[^1] is var last && last.Step == piece.Step && last.To == piece.From && last.Less == piece.Less)
            pieces[^1] = last with { To = piece.To };
        else
            pieces.Add(piece);
    }
}
