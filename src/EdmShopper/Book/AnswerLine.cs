namespace EdmShopper.Book;

/// <summary>What came back for a try.</summary>
/// <param name="Try">The try's number.</param>
/// <param name="At">When (milliseconds since 1970).</param>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Rejected">The events that were refused for good.</param>
/// <param name="Tried">False where the relay said that it certainly wrote nothing.</param>
/// <param name="Error">Why there was no answer, or what the relay complained of.</param>
public sealed record AnswerLine(int Try, long At, int Status, IReadOnlyList<RejectedLine> Rejected, bool Tried = true, string? Error = null)
{
    /// <summary>Whether the relay has every event of the try that is not rejected.</summary>
    public bool Confirms => Status is >= 200 and < 300;

    /// <summary>Whether the events may have been written although the answer does not say so.</summary>
    public bool LeavesOpen => Tried && (Status is 0 or 408 or >= 500);
}
