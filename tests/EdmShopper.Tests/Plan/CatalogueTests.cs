using System.Text.Json;
using EdmShopper.Plan;

namespace EdmShopper.Tests.Plan;

public class CatalogueTests
{
    [Fact]
    public void The_shoppers_buy_what_the_shop_sells()
    {
        var shop = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "EdmWeb", "wwwroot", "storefront", "products.json"))).RootElement;
        Assert.Equal(
            shop.EnumerateArray().Select(p => (p.GetProperty("id").GetString(), p.GetProperty("price").GetDecimal())),
            Catalogue.Products.Select(p => ((string?)p.Id, p.Price)));
        Assert.Single(shop.EnumerateArray().Select(p => p.GetProperty("currency").GetString()).Distinct());
    }

    [Fact]
    public void Every_product_is_picked_now_and_then()
    {
        var chance = new Random(1);
        Assert.Equal(Catalogue.Products.Count, Enumerable.Range(0, 5_000).Select(_ => Catalogue.Pick(chance)).Distinct().Count());
    }
}
