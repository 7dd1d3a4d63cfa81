using System.Text.Json;

namespace EdmShopper.Plan;

/// <summary>What can be done in the shop, as the tracker and the shop's pages tell it.</summary>
/// <param name="visitor">Who does it.</param>
/// <param name="shop">The shop's address.</param>
internal sealed class Acts(Visitor visitor, string shop)
{
    private string _from = visitor.Referrer;

    public Act Page(string path, string title)
    {
        var (from, url) = (_from, shop + path);
        _from = url;
        return new Act("pageload", json =>
        {
            json.WriteString("url", url);
            json.WriteString("title", title);
            json.WriteString("referrer", from);
            json.WriteString("user_agent", visitor.UserAgent);
            json.WriteString("description", "page load");
        });
    }

    public static Act Click(string button, string description) => new("click", json =>
    {
        json.WriteString("button_id", button);
        json.WriteString("description", description);
    });

    public static Act Searched(string query) => new("products_searched", json => json.WriteString("query", query));

    public static Act ListViewed(string list, IEnumerable<Product> products) => new("product_list_viewed", json =>
    {
        json.WriteString("list_id", list);
        json.WriteString("category", list);
        WriteProducts(json, products.Select(p => new CartLine(p, 0)));
    });

    /// <summary>Something about one product.</summary>
    /// <param name="type">What.</param>
    /// <param name="line">The product; a quantity of none is not written.</param>
    /// <param name="marked">Whether the event itself says who sends it: a crawler does, on every event.</param>
    public Act About(string type, CartLine line, bool marked = false) => new(type, json =>
    {
        WriteLine(json, line);
        if (marked) json.WriteString("user_agent", visitor.UserAgent);
    });

    public static Act OfCart(string type, IReadOnlyList<CartLine> lines) => new(type, json => WriteProducts(json, lines));

    public static Act Step(string type, int step) => new(type, json => json.WriteNumber("step", step));

    public static Act Order(string type, string order, IReadOnlyList<CartLine> lines, bool isReload = false) => new(type, json =>
    {
        json.WriteString("order_id", order);
        json.WriteNumber("total", lines.Sum(l => l.Product.Price * l.Quantity));
        json.WriteString("currency", lines[0].Product.Currency);
        WriteProducts(json, lines);
    }, isReload);

    private static void WriteProducts(Utf8JsonWriter json, IEnumerable<CartLine> lines)
    {
        json.WriteStartArray("products");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            WriteLine(json, line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, CartLine line)
    {
        json.WriteString("product_id", line.Product.Id);
        json.WriteString("name", line.Product.Name);
        json.WriteString("category", line.Product.Category);
        json.WriteNumber("price", line.Product.Price);
        json.WriteString("currency", line.Product.Currency);
        if (line.Quantity > 0) json.WriteNumber("quantity", line.Quantity);
    }
}
