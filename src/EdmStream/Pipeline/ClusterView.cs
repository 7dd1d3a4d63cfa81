namespace EdmStream.Pipeline;

/// <summary>The brokers' part of a view.</summary>
internal sealed record ClusterView(
    string? Cluster, IReadOnlyList<TopicView> Topics, IReadOnlyList<GroupView> Groups, LiveTopicView Live, RejectedView Rejected);
