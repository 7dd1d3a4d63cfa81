using System.Text;

namespace EdmContracts.Tests;

public class NamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("product_added")]
    [InlineData("0_9")]
    [InlineData("z234567890123456789012345678901234567890123456789012345678901234")]
    public void A_type_is_1_to_64_small_letters_digits_and_underscores(string name) => Assert.True(EventName.IsValid(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData("")]
    [InlineData("Click")]
    [InlineData("product added")]
    [InlineData("product-added")]
    [InlineData("é")]
    [InlineData("click\n")]
    [InlineData("z2345678901234567890123456789012345678901234567890123456789012345")]
    public void Nothing_else_is_a_type(string name) => Assert.False(EventName.IsValid(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData("click", Topics.Click)]
    [InlineData("pageload", Topics.PageLoad)]
    [InlineData("product_added", Topics.Commerce)]
    [InlineData("scrolled", Topics.Commerce)]
    public void The_type_chooses_the_topic(string type, string topic) => Assert.Equal(topic, Topics.OfType(Encoding.UTF8.GetBytes(type)));

    [Theory]
    [InlineData(Topics.Click, "click")]
    [InlineData(Topics.PageLoad, "pageload")]
    [InlineData(Topics.Commerce, null)]
    public void The_topics_of_2018_have_a_type(string topic, string? type) => Assert.Equal(type, Topics.TypeOf(topic));

    [Fact]
    public void The_topics_are_named_as_they_were() => Assert.Equal(["edm-ui-click", "edm-ui-pageload", "edm-ui-commerce"], Topics.Input);

    [Fact]
    public void Fields_are_named_as_a_record_writes_them() =>
        Assert.Equal("event_id, received_timestamp", (FieldNames.ReceivedTimestamp | FieldNames.EventId).InJson());
}
