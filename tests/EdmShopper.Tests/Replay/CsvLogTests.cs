using System.Text;

namespace EdmShopper.Tests.Replay;

public class CsvLogTests
{
    private const string Click = """{"event_id":"e1","type":"click","uuid":"v1","event_timestamp":1541792811040,"properties":{"button_id":"browse-kits"}}""";

    [Fact]
    public void Columns_are_mapped_as_the_map_says()
    {
        var lines = LogFile.Csv(
            "event,user_id,ts,button,n\nclick,v1,1541792811040,browse-kits,e1\n",
            "type=event,uuid=user_id,event_timestamp=ts", "properties.button_id=button,event_id=n");

        Assert.Equal(Click, Assert.Single(lines).Json());
    }

    [Fact]
    public void Columns_named_as_our_fields_are_mapped_by_themselves() =>
        Assert.Equal(Click, Assert.Single(LogFile.Csv("event_id,type,uuid,event_timestamp,properties.button_id\ne1,click,v1,1541792811040,browse-kits\n")).Json());

    [Fact]
    public void Columns_named_as_known_properties_are_mapped_by_themselves() =>
        Assert.Equal(Click, Assert.Single(LogFile.Csv("event_id,type,uuid,event_timestamp,button_id\ne1,click,v1,1541792811040,browse-kits\n")).Json());

    [Fact]
    public void A_constant_stands_in_every_event()
    {
        var lines = LogFile.Csv("event_id,uuid,event_timestamp\ne1,v1,1541792811040\n", "type='click',properties.button_id='browse-kits'");

        Assert.Equal(Click, Assert.Single(lines).Json());
    }

    [Fact]
    public void A_constant_may_hold_commas_and_quotes()
    {
        var lines = LogFile.Csv("event_id,event_timestamp\ne1,1\n", "type='click',properties.description='it''s, well'");

        Assert.Equal("""{"event_id":"e1","type":"click","event_timestamp":1000,"properties":{"description":"it's, well"}}""", Assert.Single(lines).Json());
    }

    [Theory]
    [InlineData("\"a, \"\"b\"\"\"", "a, \\\"b\\\"")]
    [InlineData("\"two\nlines\"", "two\\nlines")]
    [InlineData("12\" pan", "12\\\" pan")]
    [InlineData("Käse ☕", "Käse ☕")]
    public void Quoted_fields_are_read_as_they_are_meant(string field, string inJson)
    {
        var lines = LogFile.Csv($"event_id,type,event_timestamp,name\ne1,click,1,{field}\ne2,click,1,b\n");

        Assert.Equal($$$"""{"event_id":"e1","type":"click","event_timestamp":1000,"properties":{"name":"{{{inJson}}}"}}""", lines[0].Json());
        Assert.Equal(2, lines.Count);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing(string mark, string end)
    {
        var text = mark + "event_id,type,uuid,event_timestamp,button_id" + end + "e1,click,v1,1541792811040,browse-kits" + end + end;

        Assert.Equal(Click, Assert.Single(LogFile.Csv(text)).Json());
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Another_separator_is_found_out(string separator)
    {
        var text = "event_id,type,uuid,event_timestamp,button_id\ne1,click,v1,1541792811040,browse-kits\n".Replace(",", separator, StringComparison.Ordinal);

        Assert.Equal(Click, Assert.Single(LogFile.Csv(text)).Json());
    }

    [Fact]
    public void Empty_fields_are_left_out()
    {
        var lines = LogFile.Csv("event_id,type,uuid,session_id,event_timestamp,button_id,price\ne1,click,,,1541792811040,,\n");

        Assert.Equal("""{"event_id":"e1","type":"click","event_timestamp":1541792811040,"properties":{}}""", Assert.Single(lines).Json());
    }

    [Fact]
    public void Prices_and_quantities_are_numbers_and_products_a_list()
    {
        var lines = LogFile.Csv("event_id,type,event_timestamp,price,quantity,sku,products\ne1,order_completed,1,39.90,2,007,\"[{\"\"name\"\":\n\"\"a\"\"}]\"\n");

        Assert.Equal(
            """{"event_id":"e1","type":"order_completed","event_timestamp":1000,"properties":{"price":39.90,"quantity":2,"sku":"007","products":[{"name":"a"}]}}""",
            Assert.Single(lines).Json());
    }

    [Fact]
    public void The_same_file_twice_has_the_same_ids()
    {
        var text = LogFile.Simple + "click,v1,1,a\nclick,v1,1,a\nclick,v2,1,a\n";

        var (once, again) = (LogFile.Csv(text), LogFile.Csv(text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal(once.Select(l => l.Event!.Id), again.Select(l => l.Event!.Id));
        Assert.Equal(3, once.Select(l => l.Event!.Id).Distinct().Count());
        Assert.All(once, l => Assert.Equal('8', l.Event!.Id[14]));
    }

    [Fact]
    public void An_event_without_a_visitor_is_a_visitor_of_its_own()
    {
        var lines = LogFile.Csv(LogFile.Simple + "click,v1,1,a\nclick,,1,a\n");

        Assert.Equal(["v1", lines[1].Event!.Id], lines.Select(l => l.Event!.Visitor));
    }
}
