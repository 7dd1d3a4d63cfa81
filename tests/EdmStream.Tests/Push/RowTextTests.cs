using System.Text;
using EdmContracts;
using EdmStream.Push;

namespace EdmStream.Tests.Push;

public class RowTextTests
{
    [Theory]
    [InlineData(Topics.Click, "click", """{"button_id":"browse-kits"}""", "browse-kits")]
    [InlineData(Topics.Click, "click", "{}", "")]
    [InlineData(Topics.PageLoad, "pageload", """{"url":"https://shop.example/p/kettle-09?from=mail"}""", "/p/kettle-09?from=mail")]
    [InlineData(Topics.PageLoad, "pageload", """{"url":"/kits"}""", "/kits")]
    [InlineData(Topics.PageLoad, "pageload", """{"url":"javascript:alert(1)"}""", "javascript:alert(1)")]
    [InlineData(Topics.Commerce, "product_added", """{"product_id":"chemex-6","name":"Chemex Classic","price":39.99}""", "Chemex Classic")]
    [InlineData(Topics.Commerce, "product_added", """{"product_id":"chemex-6"}""", "chemex-6")]
    [InlineData(Topics.Commerce, "order_completed", """{"order_id":"1","total":1079,"currency":"USD"}""", "$1,079.00")]
    [InlineData(Topics.Commerce, "order_completed", """{"order_id":"1","total":"79.5","currency":"EUR"}""", "79.50 EUR")]
    public void An_event_is_told_by_what_a_person_knows_it_by(string topic, string type, string properties, string expected)
    {
        var json = $$"""{"type":"{{type}}","event_timestamp":1,"properties":{{properties}}}""";
        Assert.True(LogRecord.TryRead(topic, Encoding.UTF8.GetBytes(json), 1, out var record, out _));

        Assert.Equal(expected, RowText.Of(topic, record));
    }
}
