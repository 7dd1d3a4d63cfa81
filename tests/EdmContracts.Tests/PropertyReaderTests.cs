using System.Text;

namespace EdmContracts.Tests;

public class PropertyReaderTests
{
    [Theory]
    [InlineData("""{"order_id":"o-17"}""", "o-17")]
    [InlineData("""{"a":{"order_id":"inner"},"b":["order_id","x"],"order_id":"o-17"}""", "o-17")]
    [InlineData("""{ "order_id" : 1700 }""", "1700")]
    [InlineData("""{"order_id":-1.50e3}""", "-1.50e3")]
    [InlineData("""{"order_id":"caf\u00e9 \"1\""}""", "café \"1\"")]
    [InlineData("""{"\u006frder_id":"o-17"}""", "o-17")]
    [InlineData("""{"\ud800":1,"o\udc00":2,"order_id":"o-17"}""", "o-17")]
    public void A_text_or_a_number_of_the_top_level_is_found(string properties, string expected)
    {
        Assert.True(PropertyReader.TryText(Encoding.UTF8.GetBytes(properties), "order_id"u8, out var text));
        Assert.Equal(expected, Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"order":"o-17"}""")]
    [InlineData("""{"Order_id":"o-17"}""")]
    [InlineData("""{"a":{"order_id":"o-17"}}""")]
    [InlineData("""{"order_id":""}""")]
    [InlineData("""{"order_id":null}""")]
    [InlineData("""{"order_id":true}""")]
    [InlineData("""{"order_id":{"order_id":"o-17"}}""")]
    [InlineData("""{"order_id":["o-17"]}""")]
    [InlineData("""{"order_id":"\ud800"}""")]
    public void Anything_else_is_no_text(string properties) =>
        Assert.False(PropertyReader.TryText(Encoding.UTF8.GetBytes(properties), "order_id"u8, out _));
}
