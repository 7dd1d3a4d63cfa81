using Count;

namespace Push;

/// <summary>A shop with steady traffic: writes so many records a second until it is disposed of.</summary>
internal sealed class Feed : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;

    /// <param name="bootstrapServers">The cluster.</param>
    /// <param name="prefix">Stands before the names of the topics, which it makes.</param>
    /// <param name="rate">Records a second.</param>
    /// <param name="time">The clock.</param>
    public Feed(string bootstrapServers, string prefix, int rate, TimeProvider time) =>
        _writing = RecordWriter.WriteAsync(bootstrapServers, prefix, Paced(rate, time));

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private IEnumerable<WrittenRecord> Paced(int rate, TimeProvider time)
    {
        var random = new Random(7);
        var from = time.GetUtcNow();
        var records = new SampleRecords(new SampleShop(random), random).Between(
            checked(rate * (int)Longest.TotalSeconds), from.ToUnixTimeMilliseconds(), (from + Longest).ToUnixTimeMilliseconds());
        return records.AsReceived(time, _stop.Token);
    }
}
