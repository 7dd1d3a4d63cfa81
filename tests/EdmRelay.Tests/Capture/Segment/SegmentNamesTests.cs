using CsCheck;
using EdmContracts;
using EdmRelay.Capture.Segment;

namespace EdmRelay.Tests.Capture.Segment;

public class SegmentNamesTests
{
    [Theory]
    [InlineData("Order Completed", "order_completed")]
    [InlineData("Product List Viewed", "product_list_viewed")]
    [InlineData("order_completed", "order_completed")]
    [InlineData("OrderCompleted", "order_completed")]
    [InlineData("HTTPError", "http_error")]
    [InlineData("Signed-Up: for 2 weeks!", "signed_up_for_2_weeks")]
    [InlineData("  Played  ", "played")]
    [InlineData("Completed Order", "order_completed")]
    [InlineData("Added Product", "product_added")]
    [InlineData("Viewed Product", "product_viewed")]
    [InlineData("Viewed Product Category", "product_list_viewed")]
    [InlineData("Order Canceled", "order_cancelled")]
    [InlineData("Canceled Order", "order_cancelled")]
    [InlineData("Click", "track_click")]
    [InlineData("pageload", "track_pageload")]
    [InlineData("Élan vital", "lan_vital")]
    [InlineData("购买", "")]
    [InlineData("", "")]
    public void A_name_becomes_a_type(string name, string type) => Assert.Equal(type, SegmentNames.TypeOf(name));

    [Fact]
    public void Whatever_the_name_the_type_is_one_or_empty_and_goes_to_commerce() =>
        Gen.String[0, 100].Sample(name =>
        {
            var type = System.Text.Encoding.UTF8.GetBytes(SegmentNames.TypeOf(name));
            Assert.True(type.Length == 0 || EventName.IsValid(type));
            Assert.Equal(Topics.Commerce, Topics.OfType(type));
        }, iter: 20_000);
}
