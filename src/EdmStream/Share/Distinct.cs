namespace EdmStream.Share;

/// <summary>A figure that does not add up over time.</summary>
/// <param name="Value">As of now.</param>
/// <param name="Before">As of one window ago; null where nobody counted then.</param>
/// <param name="Series">As of the end of each step of the window; null where nobody counted.</param>
/// <param name="SeriesBefore">The same of the window before.</param>
public sealed record Distinct<T>(T Value, T? Before, IReadOnlyList<T?> Series, IReadOnlyList<T?> SeriesBefore) where T : struct;
