namespace EdmRelay.Capture;

/// <param name="Message">The words of 2018.</param>
public sealed record LegacyAnswer(string Message);
