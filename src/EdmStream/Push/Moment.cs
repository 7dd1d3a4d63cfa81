using EdmStream.Share;

namespace EdmStream.Push;

/// <summary>All that any dashboard can be told of one moment. Immutable: made by one thread, read by every connection.</summary>
/// <param name="Logs">The newest rows, by the filters that are looked through.</param>
/// <param name="Position">How far <c>edm-live</c> is read: the offset that comes next.</param>
/// <param name="IsRead">Whether all is read that was said there before this node started; before that it shows nothing.</param>
/// <param name="Assigned">Null before this node was given anything to read.</param>
internal sealed record Moment(
    long Sequence,
    long At,
    string State,
    long? CountedTo,
    long? SilentSince,
    Rebuild? Rebuild,
    IReadOnlyDictionary<int, WindowFigures> Windows,
    IReadOnlyDictionary<LogFilter, LogView> Logs,
    IReadOnlyList<PartitionBooks> Partitions,
    long Position = 0,
    bool IsRead = true,
    Assignment? Assigned = null)
{
    /// <summary>The log as a filter shows it; empty when nobody looked through it then.</summary>
    public LogView Log(LogFilter filter) => Logs.GetValueOrDefault(filter, LogView.Empty);
}
