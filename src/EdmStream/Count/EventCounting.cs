using EdmContracts;

namespace EdmStream.Count;

/// <summary>What each event adds to the counts of its bucket.</summary>
internal static class EventCounting
{
    public static void Add(this Counts counts, scoped in ShownEvent shown)
    {
        switch (shown.Kind)
        {
            case Kind.PageLoad: AddPageLoad(counts, shown.Properties); break;
            case Kind.Click: AddClick(counts, shown.Properties); break;
            default: AddCommerce(counts, shown); break;
        }
    }

    private static void AddPageLoad(Counts counts, scoped in EventProperties properties)
    {
        counts.PageLoads++;
        var page = new PageAddress(properties.Url);
        AddKey(counts.Pages, KeyText.Cut(page.Path));
        AddKey(counts.Sources, Visit.SourceOf(page, properties.Referrer));
        AddKey(counts.Devices, Visit.DeviceOf(properties.UserAgent));
    }

    private static void AddClick(Counts counts, scoped in EventProperties properties)
    {
        counts.Clicks++;
        AddKey(counts.Buttons, properties.ButtonId);
    }

    private static void AddCommerce(Counts counts, scoped in ShownEvent shown)
    {
        counts.Commerce++;
        AddKey(counts.Types, shown.Type);
        if (shown.Step == Step.Ordered) AddOrder(counts, shown);
        if (shown.Properties.ProductId.IsEmpty) return;
        if (shown.Step == Step.Viewed) Product(counts, shown.Properties, shown.Bucket).Views++;
        if (shown.Step == Step.Added) Product(counts, shown.Properties, shown.Bucket).Adds++;
    }

    private static void AddOrder(Counts counts, scoped in ShownEvent order)
    {
        counts.Orders++;
        Span<byte> currency = stackalloc byte[Currency.Length];
        var isKnown = Currency.TryRead(order.Properties.Currency, currency);
        var sum = 0m;
        var lines = new ObjectsReader(order.Properties.Products);
        while (lines.Next(out var json))
        {
            var line = EventProperties.Read(json);
            if (line.ProductId.IsEmpty) continue;
            ref var product = ref Product(counts, line, order.Bucket);
            if (product.LastOrder != counts.Orders) product.Orders++;
            product.LastOrder = counts.Orders;
            var amount = Amount.OfLine(line);
            if (isKnown) AddRevenue(counts, currency, line.ProductId, amount);
            sum += amount;
        }

        isKnown &= counts.Takings.IsOwn(currency);
        ref var takings = ref counts.Takings[isKnown ? currency : KeyText.Other];
        takings.Orders++;
        if (isKnown) takings.Revenue += Amount.Read(order.Properties.Total) ?? Amount.Sound(sum) ?? 0;
    }

    private static ref ProductCounts Product(Counts counts, scoped in EventProperties properties, int bucket)
    {
        ref var product = ref counts.Products[properties.ProductId];

        // Its first name here stays: a name that changes with every event would need memory with every event.
        if (product.NamedIn == 0 && !properties.Name.IsEmpty && counts.Products.IsOwn(properties.ProductId)) counts.Name(ref product, properties.Name, bucket);
        return ref product;
    }

    private static void AddRevenue(Counts counts, ReadOnlySpan<byte> currency, ReadOnlySpan<byte> product, decimal amount)
    {
        if (!counts.Products.IsOwn(product)) product = KeyText.Other;
        Span<byte> key = stackalloc byte[Currency.Length + KeyText.LongestInBytes];
        currency.CopyTo(key);
        product.CopyTo(key[Currency.Length..]);
        key = key[..(Currency.Length + product.Length)];

        // There is room for four currencies a product; beyond, the amount could only be added to another currency's.
        if (counts.ProductRevenue.IsOwn(key)) counts.ProductRevenue[key] += amount;
    }

    private static void AddKey(Keyed<int> counts, ReadOnlySpan<byte> key)
    {
        if (!key.IsEmpty) counts[key]++;
    }
}
