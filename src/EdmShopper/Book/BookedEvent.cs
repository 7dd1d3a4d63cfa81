namespace EdmShopper.Book;

/// <summary>All that a book says about one event.</summary>
/// <param name="Plan">What was going to be sent.</param>
/// <param name="Tries">The requests that carried it, in their order.</param>
public sealed record BookedEvent(PlanLine Plan, IReadOnlyList<TryLine> Tries)
{
    /// <summary>The tries whose answer says that the relay has it.</summary>
    public IEnumerable<TryLine> Confirmations => Tries.Where(t => t.Answer is { Confirms: true } answer && !Refuses(answer));

    /// <summary>Whether the relay has it.</summary>
    public bool IsConfirmed => Confirmations.Any();

    /// <summary>Why it was refused for good; null when it was not.</summary>
    public string? RejectedFor => Tries.Select(t => t.Answer).OfType<AnswerLine>().Select(Refusal).FirstOrDefault(r => r is not null);

    /// <summary>Whether some try of it may have been written without an answer that says so: then it may lie in the log more often than it was confirmed.</summary>
    public bool MayBeWrittenUnanswered => Tries.Any(t => t.LeavesOpen);

    /// <summary>Whether nobody can tell if the relay has it.</summary>
    public bool IsOpen => !IsConfirmed && MayBeWrittenUnanswered;

    private bool Refuses(AnswerLine answer) => answer.Rejected.Any(r => r.EventId == Plan.Id);

    private string? Refusal(AnswerLine answer) =>
        answer.Rejected.FirstOrDefault(r => r.EventId == Plan.Id)?.Reason
        ?? (answer.Status is >= 300 and < 500 and not (408 or 429) ? answer.Error ?? $"status {answer.Status}" : null);
}
