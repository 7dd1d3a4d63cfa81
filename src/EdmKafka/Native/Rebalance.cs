namespace EdmKafka.Native;

/// <summary>What the group has told its member.</summary>
/// <param name="Kind">What becomes of the partitions.</param>
/// <param name="Partitions">Each by its topic's name on the cluster, and its number.</param>
internal sealed record Rebalance(RebalanceKind Kind, IReadOnlyList<(string Topic, int Index)> Partitions);

internal enum RebalanceKind
{
    /// <summary>They are this member's from now on, and nothing else is.</summary>
    Assigned,

    /// <summary>They are asked back; nobody else reads them yet.</summary>
    Revoked,

    /// <summary>They may be another member's already.</summary>
    Lost,
}
