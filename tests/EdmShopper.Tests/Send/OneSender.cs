using System.Text;
using EdmShopper.Book;
using EdmShopper.Send;

namespace EdmShopper.Tests.Send;

/// <summary>A sender with its book, which the tests read when it has sent all.</summary>
internal sealed class OneSender : IDisposable
{
    private readonly MemoryStream _lines = new();
    private readonly RelayClient _relay;
    private readonly BookWriter _book;
    private readonly TimeProvider _time;

    public OneSender(Uri relay, int connections = 4, TimeProvider? time = null, string? writeKey = null, TimeSpan? patience = null)
    {
        _time = time ?? TimeProvider.System;
        _relay = new RelayClient(relay, connections, writeKey, patience);
        _book = new BookWriter(_lines);
        Sender = new EventSender(_relay, _book, connections, _time);
    }

    public EventSender Sender { get; }

    public SendTotals Totals => Sender.Totals;

    public ShopperBook Book => ShopperBook.Read(new StringReader(Encoding.UTF8.GetString(_lines.ToArray())));

    /// <summary>An event is due now.</summary>
    public void Add(string id, string visitor = "a", int copies = 1, long skew = 0)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var json = Encoding.UTF8.GetBytes($$"""{"event_id":"{{id}}","type":"click","uuid":"{{visitor}}"}""");
        _book.Write(new PlanLine(id, now, PlanKind.Plain, json, skew));
        Sender.Add(new OutgoingEvent(id, visitor, json, now) { Copies = copies, Skew = skew });
    }

    /// <summary>Sends what was added; ends when all is settled.</summary>
    public async Task RunAsync()
    {
        Sender.Complete();
        await Sender.RunAsync(TestContext.Current.CancellationToken);
        _book.Flush();
    }

    public void Dispose()
    {
        _book.Dispose();
        _relay.Dispose();
    }
}
