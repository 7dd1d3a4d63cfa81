using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>A part of a range that one step of <c>history_counts</c> answers. Minutes since 1970, <see cref="To"/> exclusive.</summary>
internal readonly record struct StepPiece(int Step, long From, long To)
{
    /// <summary>The coarsest steps that fit between each two neighbouring boundaries: no row of any lies in two of the buckets.</summary>
    /// <param name="boundaries">Ascending minutes; the edges of a range, and of the buckets that it is cut into.</param>
    public static IReadOnlyList<StepPiece> Between(IReadOnlyList<long> boundaries)
    {
        var pieces = new List<StepPiece>();
        for (var i = 1; i < boundaries.Count; i++) Add(boundaries[i - 1], boundaries[i], HistoryStep.All.Count - 1, pieces);
        return pieces;
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
        if (pieces.Count > 0 && pieces[^1] is var last && last.Step == piece.Step && last.To == piece.From)
            pieces[^1] = last with { To = piece.To };
        else
            pieces.Add(piece);
    }
}
