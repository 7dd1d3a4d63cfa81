namespace EdmContracts.Live;

/// <summary>
/// What one partition counted in one bucket of five seconds, on topic <c>edm-live</c> under the key
/// <c>partition/bucket</c>. Of two slices with one key, the one counts of which no offset is lower.
/// </summary>
/// <param name="Partition">That partition of the three input topics.</param>
/// <param name="Bucket">The five seconds, numbered from 1970.</param>
/// <param name="Node">Who says so: an id made when the process started.</param>
/// <param name="Assignment">The node's own number, higher each time that it takes the partition.</param>
/// <param name="UpTo">By input topic: the offset up to which it is counted.</param>
/// <param name="Counts">What happened in the bucket.</param>
/// <param name="Closed">The figures of distinct visitors when the bucket closed; null while it is open, and where nobody counted then.</param>
public sealed record Slice(
    int Partition, int Bucket, string Node, long Assignment, IReadOnlyDictionary<string, long> UpTo, SliceCounts Counts, ClosedFigures? Closed)
{
    /// <summary>The key of a bucket's slice.</summary>
    public static string KeyOf(int partition, int bucket) => FormattableString.Invariant($"{partition}/{bucket}");
}
