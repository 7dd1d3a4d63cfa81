using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace EdmStream.Tests.Reference;

/// <summary>What happens to a log and to who reads it: records of all sorts, and moments at which the figures are asked for.</summary>
internal static class RandomLog
{
    internal enum What
    {
        Record,
        Ask,
        Restart,
    }

    /// <param name="What">What happens.</param>
    /// <param name="Gap">How long after what happened before, in milliseconds.</param>
    /// <param name="Behind">How far the relay's clock is behind.</param>
    /// <param name="Lag">How long before it was received the event happened.</param>
    /// <param name="Repeats">Which earlier record's ids it has again; negative when it has its own.</param>
    /// <param name="Event">What happened in the shop.</param>
    internal sealed record Occurrence(What What, long Gap, long Behind, long Lag, int Repeats, ShopEvent Event);

    /// <param name="Topic">Its topic.</param>
    /// <param name="Visitor">Whose; zero is nobody's.</param>
    /// <param name="Extra">Fields besides, as JSON.</param>
    internal sealed record ShopEvent(string Topic, int Visitor, string Extra);

    private const int Minute = 60_000;

    private static readonly Gen<long> Gap = Gen.Frequency((4, Gen.Const(0L)), (6, Gen.Long[0, 10_000]), (3, Gen.Long[0, 5 * Minute]), (1, Gen.Long[0, 45 * Minute]));

    private static readonly Gen<long> Lag = Gen.Frequency(
        (4, Gen.Const(0L)), (6, Gen.Long[0, 3_000]), (2, Gen.Long[0, 70 * Minute]), (1, Gen.Long[60 * Minute - 2, 60 * Minute + 2]), (1, Gen.Long[-100_000, 0]));

    private static readonly Gen<string> Product = OneOf("\"chemex-6\"", "\"kettle-09\"", "\"a\\u0062\"", "7", "null", "\"\"", $"\"{new string('x', 127)}é\"", "\"(other)\"");
    private static readonly Gen<string> Price = OneOf("39.99", "0.01", "\"12.50\"", "1e400", "-3", "\"free\"", "null", "999999999999.999999", "1e12", "0.0000005", "[]");
    private static readonly Gen<string> Quantity = OneOf("1", "3", "0.5", "null", "1000000");
    private static readonly Gen<string> Currency = OneOf("\"USD\"", "\"usd\"", "\"EUR\"", "null", "5", "\"dollars\"");

    private static readonly Gen<string> Line = Gen.Select(Product, Price, Quantity, (product, price, quantity) =>
        $$"""{"product_id":{{product}},"price":{{price}},"quantity":{{quantity}}}""");

    private static readonly Gen<ShopEvent> Step = Gen.Select(
        OneOf("product_viewed", "product_added", "product_added", "product_removed", "checkout_started", "coupon_applied"), Product,
        (type, product) => new ShopEvent("edm-ui-commerce", 0, $$""" "type":"{{type}}","properties":{"product_id":{{product}},"product_id":"second"} """));

    private static readonly Gen<ShopEvent> Order = Gen.Select(
        Gen.Int[0, 6], Price, Currency, Line.Array[0, 3],
        (order, total, currency, lines) => new ShopEvent("edm-ui-commerce", 0,
            $$""" "type":"order_completed","properties":{"order_id":{{(order == 0 ? "null" : $"\"order-{order}\"")}},"total":{{total}},"currency":{{currency}},"products":[{{string.Join(",", lines)}},7]} """));

    private static readonly Gen<ShopEvent> Click = OneOf("\"search\"", "\"add-to-cart\"", "12", "{}", "\"\\ud800\"").Select(
        button => new ShopEvent("edm-ui-click", 0, $$""" "properties":{"deep":{"button_id":"no"},"button_id":{{button}}} """));

    private static readonly Gen<ShopEvent> PageLoad = Gen.Select(
        OneOf("https://shop.example/kits?q=1", "https://www.shop.example", "/cart#x", "", "https://shop.example/?utm_source=newsletter&a=b", "?"),
        OneOf("", "https://www.google.com/", "https://shop.example/kits", "android-app://x", "http://shop.example:8080/"),
        OneOf("", "Mozilla/5.0 (iPhone)", "Android", "Android Mobile", "Tablet Mobi", "X11"),
        (url, referrer, agent) => new ShopEvent("edm-ui-pageload", 0, $$""" "type":"pageload","properties":{"url":"{{url}}","referrer":"{{referrer}}","user_agent":"{{agent}}"} """));

    private static readonly Gen<ShopEvent> Hostile = Gen.Select(
        OneOf("edm-ui-click", "edm-ui-pageload", "edm-ui-commerce"), OneOf("\"event_id\":7", "\"properties\":[]", "\"type\":\"No name\"", "\"type\":null", "", "\"bot\":\"crawler\""),
        (topic, extra) => new ShopEvent(topic, 0, extra));

    private static readonly Gen<ShopEvent> Event = Gen.Select(
        Gen.Frequency((8, Step), (4, Order), (3, Click), (3, PageLoad), (1, Hostile)), Gen.Frequency((3, Gen.Int[0, 4]), (1, Gen.Int[5, 80])), (happened, visitor) => happened with { Visitor = visitor });

    public static Gen<Occurrence[]> Any { get; } = Gen.Select(
        Gen.Frequency((20, Gen.Const(What.Record)), (3, Gen.Const(What.Ask)), (1, Gen.Const(What.Restart))),
        Gap, Gen.Frequency((1, Gen.Const(0L)), (2, Gen.Long[0, Minute])), Lag, Gen.Frequency((5, Gen.Const(-1)), (1, Gen.Int[0, 30])), Event,
        (what, gap, behind, lag, repeats, happened) => new Occurrence(what, gap, behind, lag, repeats, happened)).Array[1, 150];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>The record's JSON; with an id of its own unless it repeats another.</summary>
    public static string Json(this ShopEvent happened, int id, long time)
    {
        var visitor = happened.Visitor == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\"uuid\":\"visitor-{happened.Visitor}\",");
        var extra = happened.Extra.Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{{\"event_id\":\"event-{id}\",{visitor}\"event_timestamp\":{time}{(extra.Length == 0 ? "" : ",")}{extra}}}");
    }
}
