namespace EdmShopper.Book;

/// <summary>One request: written down before it goes out.</summary>
/// <param name="Number">Its number in the book, from 1.</param>
/// <param name="At">When (milliseconds since 1970).</param>
/// <param name="Events">The ids of its events, in the body's order.</param>
public sealed record TryLine(int Number, long At, IReadOnlyList<string> Events)
{
    /// <summary>What came back; null when the book ends before.</summary>
    public AnswerLine? Answer { get; init; }

    /// <summary>Whether its events may have been written although no answer says so.</summary>
    public bool LeavesOpen => Answer is null || Answer.LeavesOpen;
}
