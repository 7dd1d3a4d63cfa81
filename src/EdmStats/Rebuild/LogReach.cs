using EdmContracts;
using EdmKafka;

namespace EdmStats.Rebuild;

/// <summary>How far back the log can be counted anew.</summary>
internal sealed class LogReach(RecordLookup records, CountOptions options, TimeProvider time)
{
    /// <returns>The wanted day, or the first one of which the log holds all, with the ids before it.</returns>
    /// <exception cref="RebuildException">It holds no whole day.</exception>
    public async Task<DateTimeOffset> FirstDayAsync(DateTimeOffset wanted, IReadOnlyList<LogPartition> partitions, ILogOffsets offsets, CancellationToken stopping)
    {
        var first = wanted;
        foreach (var partition in partitions)
        {
            var (start, end) = offsets.Bounds(partition);

            // A log that begins at 0 has lost nothing.
            if (start == 0) continue;
            var held = start == end ? time.GetUtcNow() : await OldestAsync(partition, start, stopping);
            var whole = Day(held + options.DedupeHorizon + TimeSpan.FromMinutes(1) + TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
            if (whole > first) first = whole;
        }

        return first <= time.GetUtcNow() ? first : throw new RebuildException("The log holds no whole day of UTC any more: there is nothing to count anew.");
    }

    private async Task<DateTimeOffset> OldestAsync(LogPartition partition, long start, CancellationToken stopping) =>
        await records.FindAsync(partition, start, stopping) is { } found
            ? DateTimeOffset.FromUnixTimeMilliseconds(found.ReceivedTime)
            : throw new RebuildException($"The oldest record of {partition.Topic}[{partition.Index}] could not be read: try again.");

    private static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
