namespace EdmStream.Share;

/// <param name="Key">What is counted.</param>
/// <param name="Count">How often.</param>
public sealed record KeyCount(string Key, int Count);
