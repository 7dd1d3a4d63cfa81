using System.Globalization;
using static EdmStream.Tests.Reference.Definitions;

namespace EdmStream.Tests.Reference;

/// <summary>Every figure of one window as a line of text, each computed by itself from the list of what is shown. It knows nothing of how the node counts.</summary>
/// <param name="shown">All that is shown, in the log's order.</param>
/// <param name="moment">Milliseconds since 1970.</param>
/// <param name="minutes">The window.</param>
internal sealed class ReferenceFigures(IReadOnlyList<Written> shown, long moment, int minutes)
{
    private static readonly string[] Steps = ["product_viewed", "product_added", "checkout_started", "order_completed"];
    private readonly List<Written> _inside = [.. shown.Where(r => IsIn(r, moment, minutes))];
    private readonly List<Written> _before = [.. shown.Where(r => IsInBefore(r, moment, minutes))];

    public IEnumerable<string> Lines()
    {
        yield return $"visitors now {DistinctVisitors(shown.Where(r => IsIn(r, moment, 5)))}";
        yield return $"visitors {DistinctVisitors(_inside)}";
        foreach (var topic in (string[])["edm-ui-pageload", "edm-ui-click", "edm-ui-commerce"])
            yield return $"{topic} {_inside.Count(r => r.Topic == topic)} before {_before.Count(r => r.Topic == topic)}";
        yield return $"carts {OfVisitors(shown).Count(HasActiveCart)}";
        yield return $"orders {_inside.Count(IsOrder)} before {_before.Count(IsOrder)}";
        yield return $"conversion {Conversion()}";
        yield return $"funnel {string.Join(" ", Enumerable.Range(1, 4).Select(step => OfVisitors(_inside).Count(own => Reached(own) >= step)))}";
        yield return $"revenue {Money.Revenue(_inside.Where(IsOrder), _before.Where(IsOrder))}";
        yield return $"products {Products.Top(_inside, _before)}";
        yield return $"buttons {Keys.Top(_inside.Where(r => r.Topic == "edm-ui-click"), r => r.Text("button_id"))}";
        yield return $"pages {Keys.Top(_inside.Where(r => r.Topic == "edm-ui-pageload"), r => Pages.PathOf(r.Text("url")))}";
        yield return $"sources {Keys.Top(_inside.Where(r => r.Topic == "edm-ui-pageload"), r => Pages.SourceOf(r.Text("url"), r.Text("referrer")))}";
        yield return $"devices {Keys.Top(_inside.Where(r => r.Topic == "edm-ui-pageload"), r => Pages.DeviceOf(r.Text("user_agent")))}";
        yield return $"types {Keys.Top(_inside.Where(r => r.Topic == "edm-ui-commerce"), r => r.Type)}";
    }

    public static bool IsOrder(Written record) => record.Topic == "edm-ui-commerce" && record.Type == "order_completed";

    private static int DistinctVisitors(IEnumerable<Written> records) => OfVisitors(records).Count();

    private static IEnumerable<List<Written>> OfVisitors(IEnumerable<Written> records) =>
        records.Where(r => r.Visitor.Length > 0).GroupBy(r => r.Visitor).Select(group => group.ToList());

    private string Conversion()
    {
        var (visitors, buyers) = (DistinctVisitors(_inside), DistinctVisitors(_inside.Where(IsOrder)));
        return (visitors == 0 ? 0 : Math.Round((decimal)buyers / visitors, 6)).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static int Reached(List<Written> own) =>
        own.Where(r => r.Topic == "edm-ui-commerce").OrderBy(r => r.Offset)
            .Aggregate(0, (step, r) => step < Steps.Length && r.Type == Steps[step] ? step + 1 : step);

    /// <summary>Seen in the last ten minutes, and the newest add of the last sixty was neither taken out nor ordered later in the log.</summary>
    private bool HasActiveCart(List<Written> own)
    {
        if (!own.Any(r => IsIn(r, moment, 10))) return false;
        var commerce = own.Where(r => r.Topic == "edm-ui-commerce").OrderBy(r => r.Offset).ToList();
        var newest = commerce.Where(r => r.Type == "product_added" && IsIn(r, moment, 60)).MaxBy(r => (r.Time, r.Offset));
        return newest is not null && !commerce.Any(r => r.Offset > newest.Offset
            && (r.Type == "order_completed" || r.Type == "product_removed" && Keys.Cut(r.Text("product_id")) == Keys.Cut(newest.Text("product_id"))));
    }
}
