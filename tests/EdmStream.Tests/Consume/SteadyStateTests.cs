using System.Buffers.Text;
using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Count;

namespace EdmStream.Tests.Consume;

public class SteadyStateTests
{
    private const long Start = 1_795_437_660_000;
    private const int Hour = 3_600;

    private static readonly string[] Shapes =
    [
        """{"event_id":"0000000000000","type":"product_viewed","uuid":"0000000000001","event_timestamp":0000000000002,"properties":{"product_id":"chemex-6","name":"Chemex Classic","price":39.99}}""",
        """{"event_id":"0000000000000","type":"product_added","uuid":"0000000000001","event_timestamp":0000000000002,"properties":{"product_id":"kettle-09","name":"Gooseneck Kettle","quantity":1}}""",
        """{"event_id":"0000000000000","type":"checkout_started","uuid":"0000000000001","event_timestamp":0000000000002,"properties":{"value":39.99}}""",
        """{"event_id":"0000000000000","type":"order_completed","uuid":"0000000000001","event_timestamp":0000000000002,"properties":{"order_id":"0000000000000","total":39.99,"currency":"USD","products":[{"product_id":"chemex-6","price":39.99,"quantity":1}]}}""",
    ];

    // Where a shape has the id, the visitor and the time.
    private readonly (byte[] Json, int[] Ids, int[] Visitors, int[] Times)[] _shapes = [.. Shapes.Select(shape =>
        (Encoding.UTF8.GetBytes(shape), Places(shape, "0000000000000"), Places(shape, "0000000000001"), Places(shape, "0000000000002")))];

    private readonly PartitionCounts _counts = new();
    private readonly TopicReading _reading;
    private long _offset;

    public SteadyStateTests() => _reading = new TopicReading(new LogPartition(Topics.Commerce, 0), _counts, 0, countFrom: 0, TimeSpan.FromMinutes(66));

    [Fact]
    public void An_event_allocates_nothing()
    {
        // Until everything that is kept for some time has been let go once.
        Shop(0, 5 * Hour);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Shop(5 * Hour, 6 * Hour);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(6 * Hour * 4, _reading.Tally[Verdict.Shown]);
    }

    /// <summary>Four events a second, each with an id of its own; every other second a visitor who was never there before.</summary>
    private void Shop(int from, int to)
    {
        for (var second = from; second < to; second++)
        {
            _counts.Slide(Buckets.Of(Start + second * 1000L));
            foreach (var (json, ids, visitors, times) in _shapes)
            {
                Stamp(json, ids, 1_000_000_000_000 + _offset);
                Stamp(json, visitors, 2_000_000_000_000 + second / 2);
                Stamp(json, times, Start + second * 1000L);
                _reading.Take(new ConsumedRecord { Partition = _reading.Partition, Offset = _offset++, ReceiveTime = Start + second * 1000L + 40, Value = json }, out _);
            }
        }
    }

    private static void Stamp(byte[] json, int[] places, long number)
    {
        foreach (var place in places) Assert.True(Utf8Formatter.TryFormat(number, json.AsSpan(place, 13), out _));
    }

    private static int[] Places(string shape, string mark) =>
        [.. Enumerable.Range(0, shape.Length - mark.Length).Where(i => shape.AsSpan(i).StartsWith(mark, StringComparison.Ordinal))];
}
