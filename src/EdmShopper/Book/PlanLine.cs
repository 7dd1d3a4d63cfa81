namespace EdmShopper.Book;

/// <summary>An event that is going to be sent.</summary>
/// <param name="Id">Its <c>event_id</c>.</param>
/// <param name="Due">When it ought to be sent (milliseconds since 1970).</param>
/// <param name="As">What is special about it.</param>
/// <param name="Event">The event exactly as it is sent: JSON on one line, in UTF-8.</param>
/// <param name="Skew">Its clock less the true time in milliseconds; zero when the clock is right.</param>
public sealed record PlanLine(string Id, long Due, PlanKind As, ReadOnlyMemory<byte> Event, long Skew = 0);
