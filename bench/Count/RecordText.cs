using System.Text;
using static System.FormattableString;

namespace Count;

/// <summary>Records as the relay writes them for the shop's tracker, about 320 bytes each.</summary>
internal static class RecordText
{
    private const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    public static byte[] Of(WrittenRecord record)
    {
        var who = $$"""{"topic":"{{record.Topic}}","event_id":"{{record.Id}}","type":"{{record.Type}}","uuid":"{{record.Visitor}}",""";
        var when = Invariant($"\"event_timestamp\":{record.EventTime},\"received_timestamp\":{record.ReceiveTime}");
        var bot = record.IsBot ? ",\"bot\":\"Googlebot\"" : "";
        var text = $"{who}{when},\"properties\":{Properties(record)}{bot}}}";
        return Encoding.UTF8.GetBytes(record.IsJson ? text : text[..(text.Length / 2)]);
    }

    private static string Properties(WrittenRecord record) => record.Type switch
    {
        "pageload" => $$"""{"url":"http://localhost:5080{{record.Page}}","title":"Loamwright","referrer":"","user_agent":"{{UserAgent}}"}""",
        "click" => $$"""{"button_id":"{{record.Button}}","description":"button click"}""",
        "product_viewed" or "product_added" => Invariant($$"""{{{Line(record.Product!)}},"currency":"{{record.Currency}}"}"""),
        "order_completed" => Order(record.Order!, record.Currency),
        _ => $$"""{"currency":"{{record.Currency}}"}""",
    };

    private static string Order(Order order, string currency) => Invariant(
        $$"""{"order_id":"{{order.Id}}","total":{{order.Total}},"currency":"{{currency}}","products":[{{string.Join(',', order.Lines.Select(l => $"{{{Line(l)}}}"))}}]}""");

    private static string Line(OrderLine line) =>
        Invariant($"\"product_id\":\"{line.Product}\",\"name\":\"The kit {line.Product}\",\"price\":{line.Price},\"quantity\":{line.Quantity}");
}
