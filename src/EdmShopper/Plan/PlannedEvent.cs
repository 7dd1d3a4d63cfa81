using EdmShopper.Book;

namespace EdmShopper.Plan;

/// <summary>An event of the plan.</summary>
/// <param name="Line">What the book says of it.</param>
/// <param name="Visitor">Whose it is.</param>
public sealed record PlannedEvent(PlanLine Line, string Visitor);
