using EdmShopper.Book;

namespace EdmShopper.Plan;

/// <summary>A visit from the first page to the last: most people leave on the way, a crawler never buys.</summary>
/// <param name="visitor">Who comes.</param>
/// <param name="shop">The shop's address.</param>
/// <param name="order">The id of the order, should there be one.</param>
/// <param name="chance">The plan's chance.</param>
internal sealed class Journey(Visitor visitor, string shop, string order, Random chance)
{
    private readonly Acts _acts = new(visitor, shop);
    private readonly List<CartLine> _cart = [];

    /// <summary>What the visitor does, one act after the other. To be taken once.</summary>
    public IEnumerable<Act> Take() => visitor.As == PlanKind.Bot ? Crawl() : Shop();

    private IEnumerable<Act> Crawl()
    {
        for (var pages = 3 + chance.Next(10); pages > 0; pages--)
        {
            var product = Pick();
            yield return ProductPage(product);
            if (Happens(0.5)) yield return _acts.About("product_viewed", new CartLine(product, 0), marked: true);
        }
    }

    private IEnumerable<Act> Shop()
    {
        foreach (var act in Land()) yield return act;
        if (Happens(0.25)) yield break;
        for (var looks = 1 + chance.Next(4); looks > 0; looks--)
        {
            foreach (var act in Look()) yield return act;
            if (Happens(0.1)) yield break;
        }

        if (_cart.Count == 0 || Happens(0.3)) yield break;
        yield return Acts.Click("open-cart", "Cart");
        yield return _acts.Page("/cart", "Cart");
        yield return Acts.OfCart("cart_viewed", _cart);
        if (Happens(0.2)) yield break;
        foreach (var act in CheckOut()) yield return act;
    }

    private IEnumerable<Act> Land()
    {
        switch (chance.Next(10))
        {
            case < 3:
                yield return _acts.Page("/", "EdmDemo: kits for good coffee");
                break;
            case < 6:
                yield return _acts.Page("/", "EdmDemo: kits for good coffee");
                yield return Acts.Click("browse-kits", "Browse kits");
                yield return _acts.Page("/kits", "Kits");
                yield return Acts.ListViewed("kits", Catalogue.Products.Where(p => p.Category == "kits").Select(p => p.In(visitor.Money)));
                break;
            case < 8:
                var landing = Pick();
                yield return ProductPage(landing);
                yield return _acts.About("product_viewed", new CartLine(landing, 0));
                break;
            default:
                var wanted = Catalogue.Pick(chance).Category;
                yield return _acts.Page($"/search?q={wanted}", $"Search: {wanted}");
                yield return Acts.Searched(wanted);
                break;
        }
    }

    private IEnumerable<Act> Look()
    {
        var product = Pick();
        yield return Acts.Click("see-details", product.Name);
        yield return _acts.About("product_clicked", new CartLine(product, 0));
        if (Happens(0.5)) yield return ProductPage(product);
        yield return _acts.About("product_viewed", new CartLine(product, 0));
        if (Happens(0.55)) yield break;

        // Nobody is let take out anything but what went in last, so that one number a visitor is enough to know of a cart.
        var line = new CartLine(product, Happens(0.1) ? 2 : 1);
        _cart.Add(line);
        yield return Acts.Click("add-to-cart", $"Add {product.Name} to the cart");
        yield return _acts.About("product_added", line);
        if (!Happens(0.1)) yield break;
        _cart.Remove(line);
        yield return Acts.Click("remove-from-cart", $"Remove {product.Name}");
        yield return _acts.About("product_removed", line);
    }

    private IEnumerable<Act> CheckOut()
    {
        yield return _acts.Page("/checkout", "Checkout");
        yield return Acts.Order("checkout_started", order, _cart);
        yield return Acts.Step("checkout_step_viewed", 1);
        if (Happens(0.15)) yield break;
        yield return Acts.Step("checkout_step_completed", 1);
        yield return Acts.Step("checkout_step_viewed", 2);
        if (Happens(0.1)) yield break;
        yield return Acts.Step("payment_info_entered", 2);
        yield return Acts.Step("checkout_step_completed", 2);
        yield return _acts.Page("/thanks", "Thank you");
        yield return Acts.Order("order_completed", order, _cart);
        if (!Happens(0.1)) yield break;
        yield return _acts.Page("/thanks", "Thank you");
        yield return Acts.Order("order_completed", order, _cart, isReload: true);
    }

    private Act ProductPage(Product product) => _acts.Page($"/p/{product.Id}", product.Name);

    private Product Pick() => Catalogue.Pick(chance).In(visitor.Money);

    private bool Happens(double share) => chance.NextDouble() < share;
}
