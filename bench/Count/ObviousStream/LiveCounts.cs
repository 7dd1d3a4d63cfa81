using System.Text.Json;
using EdmKafka;

namespace ObviousStream;

/// <summary>Gives each record its verdict and counts it. It belongs to the thread that reads, and afterwards to those who ask.</summary>
internal sealed class LiveCounts
{
    private const long DedupeHorizon = 66 * 60_000, Lateness = 60 * 60_000, BucketLength = 5_000, BucketsAMinute = 12;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    // The latest receive time of each id.
    private readonly Dictionary<string, long> _events = [];
    private readonly Dictionary<string, long> _orders = [];
    private readonly Dictionary<long, BucketCounts> _buckets = [];
    private readonly Dictionary<LogPartition, VerdictCounts> _verdicts = [];

    /// <param name="partition">Where the record lies.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="receiveTime">The Kafka record's timestamp.</param>
    public void Take(LogPartition partition, byte[] value, long receiveTime)
    {
        if (!_verdicts.TryGetValue(partition, out var verdicts)) _verdicts[partition] = verdicts = new VerdictCounts();
        var e = Read(value);
        if (e is not { EventTimestamp: { } happened, Type.Length: > 0 })
        {
            verdicts.Rejected++;
            return;
        }

        var repeated = e.EventId is { Length: > 0 } id && Repeats(_events, id, receiveTime);
        if (e.Type == "order_completed" && e.Properties?.OrderId is { Length: > 0 } order) repeated |= Repeats(_orders, order, receiveTime);
        if (repeated) verdicts.Duplicate++;
        else if (!string.IsNullOrEmpty(e.Bot)) verdicts.Bot++;
        else if (receiveTime - happened > Lateness) verdicts.Late++;
        else
        {
            verdicts.Shown++;
            var bucket = Math.Min(happened, receiveTime) / BucketLength;
            if (!_buckets.TryGetValue(bucket, out var counts)) _buckets[bucket] = counts = new BucketCounts();
            counts.Add(e);
        }
    }

    /// <summary>The figures of a window.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="window">In minutes.</param>
    public Snapshot At(long now, int window)
    {
        var inside = _buckets.Where(b => b.Key > now / BucketLength - window * BucketsAMinute).Select(b => b.Value).ToList();
        return Snapshot.Of(window, inside, _verdicts);
    }

    private static ClickstreamEvent? Read(byte[] value)
    {
        try
        {
            return JsonSerializer.Deserialize<ClickstreamEvent>(value, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Repeats(Dictionary<string, long> seen, string id, long receiveTime)
    {
        var known = seen.TryGetValue(id, out var last);
        seen[id] = known ? Math.Max(last, receiveTime) : receiveTime;
        return known && last >= receiveTime - DedupeHorizon;
    }
}
