using System.Text;

namespace EdmShopper.Tests.Replay;

public class BadLinesTests
{
    [Theory]
    [InlineData("click,v1,soon,a", "'soon' is not a time (milliseconds, seconds or ISO 8601)")]
    [InlineData("click,v1,3/4/2025 10:00,a", "'3/4/2025 10:00' is not a time (milliseconds, seconds or ISO 8601)")]
    [InlineData("click,v1,,a", "no time")]
    [InlineData(",v1,1,a", "no type")]
    [InlineData("Add To Cart,v1,1,a", "type 'Add To Cart' is not a name (1 to 64 of a-z 0-9 _)")]
    [InlineData("click,v1,1", "3 fields where the header has 4")]
    [InlineData("click", "1 field where the header has 4")]
    [InlineData("click,v1,1,a,b", "5 fields where the header has 4")]
    [InlineData("click,v1,1,\"a\"b", "text stands behind a closing quote")]
    [InlineData("click,v1,1,\"a", "a quote is opened and not closed")]
    [InlineData("\"click,v1,1,a", "a quote is opened and not closed")]
    public void A_bad_line_is_named_with_its_reason_and_nothing_else_is_lost(string bad, string reason)
    {
        var lines = LogFile.Csv(LogFile.Simple + $"click,v1,1,a\n{bad}\nclick,v1,2,b\nclick,v1,3,c\n");

        Assert.Equal((3, reason), (lines[1].Number, lines[1].Reason));
        Assert.Equal([2, 4, 5], lines.Where(l => l.Event is not null).Select(l => l.Number));
    }

    [Fact]
    public void A_quote_that_is_not_closed_costs_its_own_line_though_other_lines_have_quotes()
    {
        var lines = LogFile.Csv(LogFile.Simple + "click,v1,1,\"a\nclick,v1,2,\"b\"\n\nclick,v1,3,\"c\nd\"\nclick,v1,4,\"e\nclick,v1,5,f\n");

        Assert.Equal([(2L, "text stands behind a closing quote"), (7, "a quote is opened and not closed")], lines.Where(l => l.Event is null).Select(l => (l.Number, l.Reason!)));
        Assert.Equal([3, 5, 8], lines.Where(l => l.Event is not null).Select(l => l.Number));
    }

    [Fact]
    public void A_quote_that_is_not_closed_in_a_long_file_costs_its_own_line()
    {
        var text = new StringBuilder(LogFile.Simple).Append("click,v1,1,\"a\n");
        for (var i = 0; i < 20_000; i++) text.Append("click,v1,1541792811040,browse-kits\n");

        var lines = LogFile.Csv(text.ToString());

        Assert.Equal([2], lines.Where(l => l.Event is null).Select(l => l.Number));
        Assert.Equal(20_001, lines[^1].Number - 1);
        Assert.Equal(20_000, lines.Count(l => l.Event is not null));
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_bad()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(LogFile.Simple + "click,v1,1,"), 0xE4, .. "\nclick,v1,2,b\n"u8];

        var lines = LogFile.Csv(text);

        Assert.Equal("not UTF-8", lines[0].Reason);
        Assert.NotNull(lines[1].Event);
    }

    [Theory]
    [InlineData("price", "cheap", "price 'cheap' is not a number")]
    [InlineData("quantity", "2 pcs", "quantity '2 pcs' is not a number")]
    [InlineData("products", "a", "products is not a list in JSON")]
    [InlineData("products", "{}", "products is not a list in JSON")]
    public void A_property_of_another_kind_makes_a_bad_line(string column, string value, string reason)
    {
        var lines = LogFile.Csv($"type,event_timestamp,{column}\nproduct_added,1,{value}\nproduct_added,1,\n");

        Assert.Equal([reason, null], lines.Select(l => l.Reason));
    }
}
