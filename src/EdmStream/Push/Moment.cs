using EdmStream.Share;

namespace EdmStream.Push;

/// <summary>All that any dashboard can be told of one moment. Immutable: made by the counting thread, read by every connection.</summary>
/// <param name="Rows">The newest rows of the event log, newest first.</param>
/// <param name="RowsSeen">How many events there were ever; more than there are rows.</param>
internal sealed record Moment(
    long Sequence,
    long At,
    string State,
    long? CountedTo,
    long? SilentSince,
    Rebuild? Rebuild,
    IReadOnlyDictionary<int, WindowFigures> Windows,
    IReadOnlyList<LogRow> Rows,
    long RowsSeen,
    IReadOnlyList<PartitionBooks> Partitions);
