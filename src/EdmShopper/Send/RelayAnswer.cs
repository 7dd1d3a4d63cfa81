using EdmShopper.Book;

namespace EdmShopper.Send;

/// <summary>What the relay said to one try, or that it said nothing.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Rejected">The events that the answer refuses for good.</param>
/// <param name="Tried">False where the relay said that it certainly wrote nothing.</param>
/// <param name="RetryAfter">How long the relay asks to wait.</param>
/// <param name="Error">Why there was no answer, or the problem's title.</param>
public sealed record RelayAnswer(
    int Status, IReadOnlyList<RejectedLine> Rejected, bool Tried = true, TimeSpan? RetryAfter = null, string? Error = null)
{
    /// <summary>No answer at all.</summary>
    public static RelayAnswer None(string error) => new(0, [], Error: error);
}
