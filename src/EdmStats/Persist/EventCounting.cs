using EdmContracts;

namespace EdmStats.Persist;

/// <summary>What each event adds to the counts of its minute.</summary>
internal static class EventCounting
{
    public static void Add(this CountTable counts, Kind kind, ReadOnlySpan<byte> type, scoped in EventProperties properties)
    {
        switch (kind)
        {
            case Kind.PageLoad: AddPageLoad(counts, properties); break;
            case Kind.Click: AddClick(counts, properties); break;
            default: AddCommerce(counts, Steps.Of(type), properties); break;
        }
    }

    private static void AddPageLoad(CountTable counts, scoped in EventProperties properties)
    {
        counts[CountKind.PageLoad, default].Events++;
        AddKey(counts, CountKind.Source, Visit.SourceOf(new PageAddress(properties.Url), properties.Referrer));
        AddKey(counts, CountKind.Device, Visit.DeviceOf(properties.UserAgent));
    }

    private static void AddClick(CountTable counts, scoped in EventProperties properties)
    {
        counts[CountKind.Click, default].Events++;
        AddKey(counts, CountKind.Button, properties.ButtonId);
    }

    private static void AddCommerce(CountTable counts, Step step, scoped in EventProperties properties)
    {
        if (step == Step.Viewed) AddKey(counts, CountKind.Viewed, properties.ProductId);
        if (step == Step.Added) AddKey(counts, CountKind.Added, properties.ProductId);
        if (step == Step.Ordered) AddOrder(counts, properties);
    }

    private static void AddOrder(CountTable counts, scoped in EventProperties order)
    {
        Span<byte> currency = stackalloc byte[Currency.Length];
        var isKnown = Currency.TryRead(order.Currency, currency);
        if (!isKnown) currency = [];

        counts.Orders++;
        var lines = new ObjectsReader(order.Products);
        Span<byte> room = stackalloc byte[CountKey.LongestInBytes];
        var sum = 0m;
        while (lines.Next(out var json))
        {
            var line = EventProperties.Read(json);
            if (line.ProductId.IsEmpty) continue;
            var amount = Amount.OfLine(line);
            ref var product = ref counts[CountKind.Ordered, CountKey.Of(currency, line.ProductId, room)];
            if (product.LastOrder != counts.Orders) product.Events++;
            product.LastOrder = counts.Orders;
            if (isKnown) product.Amount += amount;
            sum += amount;
        }

        ref var orders = ref counts[CountKind.Order, CountKey.Of(currency, default, room)];
        orders.Events++;
        if (isKnown) orders.Amount += Amount.Read(order.Total) ?? Amount.Sound(sum) ?? 0;
    }

    private static void AddKey(CountTable counts, CountKind kind, ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) return;
        Span<byte> room = stackalloc byte[CountKey.LongestInBytes];
        counts[kind, CountKey.Of(default, key, room)].Events++;
    }
}
