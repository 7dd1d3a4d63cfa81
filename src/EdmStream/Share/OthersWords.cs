namespace EdmStream.Share;

/// <summary>The words that others said about a partition, until its owner has counted as far.</summary>
internal sealed class OthersWords
{
    private readonly List<(int? Bucket, IReadOnlyDictionary<string, long> UpTo)> _words = [];

    public void Add(Word word) => _words.Add((word.Bucket, word.UpTo));

    /// <summary>Those past whose offsets the owner is, which it is to say again: the buckets of slices; null is the head.</summary>
    /// <param name="upTo">By input topic: the offset up to which the owner counts.</param>
    public IReadOnlySet<int?> Passed(IReadOnlyDictionary<string, long> upTo)
    {
        var passed = new HashSet<int?>();
        _words.RemoveAll(word => word.UpTo.All(u => upTo.GetValueOrDefault(u.Key) >= u.Value) && (passed.Add(word.Bucket) | true));
        return passed;
    }
}
