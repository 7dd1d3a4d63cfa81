using EdmStream.Push;

namespace EdmStream.Pipeline;

/// <summary>The way of the events as it stands at one moment. Times are milliseconds since 1970; null is what is not known.</summary>
/// <param name="At">The node's clock when the view was made.</param>
/// <param name="Cluster">The cluster's id.</param>
/// <param name="Prefix">What stands before every topic's and group's name on the cluster.</param>
/// <param name="State">As in a frame: <c>waiting</c>, <c>rebuilding</c> or <c>live</c>.</param>
/// <param name="Rebuild">How far reading the log again has come; null when it is done.</param>
/// <param name="CountedTo">All that was received up to this moment is counted.</param>
/// <param name="CountingSince">The books go back to what was received at this moment.</param>
/// <param name="RebalancedAt">When the group last dealt out partitions to this node.</param>
/// <param name="RebalanceTook">How many milliseconds later this node was live again.</param>
/// <param name="Topics">The input topics.</param>
/// <param name="Groups">Who reads them.</param>
/// <param name="Live">The topic of the live numbers.</param>
/// <param name="Rejected">What could not be read.</param>
/// <param name="Screens">The connections that are told frames by this node.</param>
/// <param name="Books">Where this node's records went.</param>
public sealed record PipelineView(
    long At,
    string? Cluster,
    string Prefix,
    string State,
    Rebuild? Rebuild,
    long? CountedTo,
    long CountingSince,
    long? RebalancedAt,
    long? RebalanceTook,
    IReadOnlyList<TopicView> Topics,
    IReadOnlyList<GroupView> Groups,
    LiveTopicView Live,
    RejectedView Rejected,
    int Screens,
    IReadOnlyList<PartitionBooks> Books);
