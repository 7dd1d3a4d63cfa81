namespace EdmContracts.Live;

/// <summary>Which of two words with one key counts, whoever said them: a node that lost a partition may still speak of it.</summary>
public static class WordOrder
{
    /// <summary>Whether a word counts instead of another: none of its offsets is lower.</summary>
    /// <param name="upTo">By input topic: the offset up to which it counts.</param>
    /// <param name="other">The same of the other; null where there is none.</param>
    public static bool IsNewer(IReadOnlyDictionary<string, long> upTo, IReadOnlyDictionary<string, long>? other) =>
        other is null || other.All(topic => upTo.TryGetValue(topic.Key, out var own) && own >= topic.Value);
}
