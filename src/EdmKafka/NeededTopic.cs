namespace EdmKafka;

/// <summary>A topic that a program needs beside the input topics. It is registered as a service, and seen to like those.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Partitions">What it is made with.</param>
/// <param name="Kept">How long its records stay.</param>
public sealed record NeededTopic(string Name, int Partitions, TimeSpan Kept)
{
    /// <summary>The broker's settings that it is made with besides.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
