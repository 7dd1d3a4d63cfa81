namespace Count;

/// <summary>Records as they come to a log: most are as they should be, some repeat, some are crawlers', a few late or not JSON.</summary>
/// <param name="shop">What they are about.</param>
/// <param name="random">Where all choices come from.</param>
internal sealed class SampleRecords(SampleShop shop, Random random)
{
    private const int Recent = 50_000;
    private const long AMinute = 60_000;

    private readonly List<WrittenRecord> _recent = [];
    private WrittenRecord? _order;

    /// <summary>In the order of the log.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">When the first is received (milliseconds since 1970); the others follow evenly.</param>
    /// <param name="to">When the last is.</param>
    public IEnumerable<WrittenRecord> Between(int count, long from, long to)
    {
        for (var n = 0; n < count; n++)
        {
            var receiveTime = from + (to - from) * n / count;
            var repeat = n > 0 && random.Next(100) == 0;
            var record = repeat ? _recent[random.Next(_recent.Count)] with { ReceiveTime = receiveTime } : New(receiveTime);
            if (_recent.Count < Recent) _recent.Add(record);
            else _recent[n % Recent] = record;
            yield return record;
        }
    }

    private WrittenRecord New(long receiveTime)
    {
        var record = Event(receiveTime) with
        {
            IsBot = random.Next(100) == 0,
            IsJson = random.Next(5_000) > 0,
        };
        return random.Next(2_000) > 0 ? record : record with { EventTime = receiveTime - random.Next(61, 120) * AMinute };
    }

    private WrittenRecord Event(long receiveTime)
    {
        var visitor = shop.Visitor();
        var record = new WrittenRecord
        {
            Id = NewId(receiveTime),
            Type = "checkout_started",
            Visitor = visitor,
            ReceiveTime = receiveTime,
            EventTime = receiveTime - random.Next(2_000),
            Currency = visitor[0] < '4' ? "EUR" : "USD",
        };
        return random.Next(100) switch
        {
            < 30 => record with { Type = "pageload", Page = shop.Page() },
            < 62 => record with { Type = "click", Button = shop.Button() },
            < 82 => record with { Type = "product_viewed", Product = shop.Line() },
            < 92 => record with { Type = "product_added", Product = shop.Line() },
            < 96 => record,
            _ => Order(record),
        };
    }

    /// <summary>Now and then the page that thanks for an order is loaded again.</summary>
    private WrittenRecord Order(WrittenRecord record) =>
        _order = _order is { } last && random.Next(100) == 0
            ? last with { Id = record.Id, ReceiveTime = record.ReceiveTime, EventTime = record.EventTime }
            : record with { Type = "order_completed", Order = shop.Order() };

    private Guid NewId(long time)
    {
        // A UUID of version 7 without the cost of random numbers that nobody can guess.
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        for (var i = 0; i < 6; i++) id[i] = (byte)(time >> (40 - 8 * i));
        id[6] = (byte)(0x70 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new Guid(id, bigEndian: true);
    }
}
