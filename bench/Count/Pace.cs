namespace Count;

/// <summary>A shop in real time.</summary>
internal static class Pace
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    /// <summary>Hands each record over when the clock has come to its receive time.</summary>
    /// <param name="records">In the order of their receive times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends it early.</param>
    public static IEnumerable<WrittenRecord> AsReceived(this IEnumerable<WrittenRecord> records, TimeProvider time, CancellationToken stop)
    {
        foreach (var record in records)
        {
            while (record.ReceiveTime > time.GetUtcNow().ToUnixTimeMilliseconds() && !stop.WaitHandle.WaitOne(Slice))
            {
                // It is not received yet.
            }

            if (stop.IsCancellationRequested) yield break;
            yield return record;
        }
    }
}
