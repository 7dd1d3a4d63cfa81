using System.Text.Json.Serialization;

namespace EdmContracts.Live;

/// <summary>
/// How far one partition is counted, and its visitors, on topic <c>edm-live</c> under the partition's number as the key; said
/// after the slices that it counts up to the same offsets. Of two heads of one partition, the one counts of which no offset
/// is lower. Times are milliseconds since 1970.
/// </summary>
/// <param name="Partition">That partition of the three input topics.</param>
/// <param name="Node">Who says so: an id made when the process started.</param>
/// <param name="Assignment">The node's own number, higher each time that it takes the partition.</param>
/// <param name="At">The node's clock.</param>
/// <param name="CountedTo">All that was received up to this moment is counted.</param>
/// <param name="Since">The books go back to what was received at this moment.</param>
/// <param name="Topics">By input topic: the books.</param>
/// <param name="Visitors">Its visitors.</param>
/// <param name="Newest">A few of the events that are shown since the last head, the oldest first: each had the same chance.</param>
public sealed record Head(
    int Partition,
    string Node,
    long Assignment,
    long At,
    long CountedTo,
    long Since,
    IReadOnlyDictionary<string, HeadBooks> Topics,
    VisitorHistograms Visitors,
    IReadOnlyList<HeadEvent>? Newest = null)
{
    /// <summary>By input topic: the offset up to which it counts.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, long> UpTo => Topics.ToDictionary(topic => topic.Key, topic => topic.Value.UpTo);

    /// <summary>The key of a partition's head.</summary>
    public static string KeyOf(int partition) => FormattableString.Invariant($"{partition}");
}

/// <summary>The books of one topic's partition: up to − from = the sum of all that became of its records.</summary>
/// <param name="From">The offset counted from.</param>
/// <param name="UpTo">The offset that comes next.</param>
/// <param name="Shown">Counted in the figures.</param>
/// <param name="Duplicate">Had come before.</param>
/// <param name="Late">Came too late to be shown.</param>
/// <param name="Bot">Sent by a program.</param>
/// <param name="Rejected">Could not be read.</param>
/// <param name="Expired">Offsets that the log no longer held.</param>
public sealed record HeadBooks(long From, long UpTo, long Shown, long Duplicate, long Late, long Bot, long Rejected, long Expired);
