namespace EdmTesting.Otlp;

/// <summary>A span as it was exported.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Trace">The trace's id, in hexadecimal.</param>
/// <param name="Id">Its own, in hexadecimal.</param>
/// <param name="Parent">That of the span that it is part of; empty for the first of a trace.</param>
/// <param name="Name">What was done.</param>
/// <param name="Kind">1 internal, 2 server, 3 client, 4 producer, 5 consumer.</param>
/// <param name="Length">From its beginning to its end.</param>
/// <param name="Attributes">What it says; numbers as texts.</param>
public sealed record ReceivedSpan(
    string Service, string Trace, string Id, string Parent, string Name, int Kind, TimeSpan Length, IReadOnlyDictionary<string, string> Attributes);
