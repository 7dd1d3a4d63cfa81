using System.Text;

namespace EdmStream.Tests.Reference;

/// <summary>Keys as they are counted: cut at 128 bytes, and the first 1,000 of a kind, bucket and partition in the log's order.</summary>
internal static class Keys
{
    public const string Other = "(other)";

    /// <summary>What each use of a key is counted under.</summary>
    /// <param name="uses">In the log's order.</param>
    public static IEnumerable<(T Of, string Key)> Bounded<T>(IEnumerable<(Written Record, T Of, string Key)> uses) =>
        uses.Where(use => use.Key.Length > 0)
            .GroupBy(use => (use.Record.Bucket, use.Record.Partition))
            .SelectMany(group =>
            {
                var own = group.Select(use => Cut(use.Key)).Distinct().Take(1_000).ToHashSet();
                return group.Select(use => (use.Of, own.Contains(Cut(use.Key)) ? Cut(use.Key) : Other));
            });

    /// <summary>The ten largest counts.</summary>
    public static string Top(IEnumerable<Written> records, Func<Written, string> key) =>
        string.Join(", ", Bounded(records.Select(r => (r, r, key(r)))).CountBy(use => use.Key)
            .OrderByDescending(c => c.Value).ThenBy(c => Encoding.UTF8.GetBytes(c.Key), ByBytes).Take(10).Select(c => $"{c.Key} {c.Value}"));

    public static Comparer<byte[]> ByBytes { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    public static string Cut(string key)
    {
        var length = key.Length;
        while (Encoding.UTF8.GetByteCount(key.AsSpan(0, length)) > 128 || length > 0 && char.IsHighSurrogate(key[length - 1])) length--;
        return key[..length];
    }
}
