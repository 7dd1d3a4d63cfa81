namespace EdmStats.Rebuild;

/// <summary>History cannot be counted anew; the message says why and what to do.</summary>
internal sealed class RebuildException(string message) : Exception(message);
