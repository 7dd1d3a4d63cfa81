using System.Globalization;
using EdmShopper.Tell;
using Spectre.Console;

namespace EdmShopper.Commands;

/// <summary>Shows the truth to people.</summary>
internal static class TruthScreen
{
    public static void Show(Truth truth)
    {
        AnsiConsole.WriteLine($"At {DateTimeOffset.FromUnixTimeMilliseconds(truth.Moment).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} UTC");
        if (truth.Certain) AnsiConsole.WriteLine("All of it is certain.");
        foreach (var doubt in truth.Doubts) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]Not certain:[/] {doubt}");

        var (shown, duplicate, bot, late) = truth.Verdicts;
        var verdicts = new Table().Border(TableBorder.Simple).AddColumns("shown", "duplicate", "bot", "late", "refused by the relay", "visitors now", "active carts");
        verdicts.AddRow(
            Text(shown), duplicate.AtLeast == duplicate.AtMost ? Text(duplicate.AtLeast) : $"{Text(duplicate.AtLeast)} to {Text(duplicate.AtMost)}",
            Text(bot), Text(late), Text(truth.Refused), Text(truth.VisitorsNow), Text(truth.ActiveCarts));
        AnsiConsole.Write(verdicts);

        var windows = new Table().Border(TableBorder.Simple).AddColumn("Minutes");
        foreach (var window in truth.Windows) windows.AddColumn(new TableColumn(Text(window.Minutes)).RightAligned());
        Row("visitors", w => Text(w.Visitors));
        Row("page loads", w => Text(w.PageLoads));
        Row("clicks", w => Text(w.Clicks));
        Row("viewed a product", w => Text(w.Funnel.Viewed));
        Row("added one", w => Text(w.Funnel.Added));
        Row("began checkout", w => Text(w.Funnel.Checkout));
        Row("ordered", w => Text(w.Funnel.Ordered));
        Row("conversion", w => w.Conversion.ToString("P2", CultureInfo.InvariantCulture));
        Row("orders", w => Text(w.Orders));
        foreach (var currency in truth.Windows.SelectMany(w => w.Revenue.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Row($"revenue {currency}", w => Money(w.Revenue.GetValueOrDefault(currency)?.Revenue));
            Row($"average order {currency}", w => Money(w.Revenue.GetValueOrDefault(currency)?.Average));
        }

        AnsiConsole.Write(windows);
        ShowTop(truth.Windows[^1]);

        void Row(string what, Func<WindowTruth, string> of) => windows.AddRow([what, .. truth.Windows.Select(of)]);
    }

    private static void ShowTop(WindowTruth window)
    {
        var top = new Table().Border(TableBorder.Simple).Title($"Products, {window.Minutes} minutes").AddColumns("", "views", "adds", "orders", "revenue");
        foreach (var (id, views, adds, orders, revenue) in window.Top)
            top.AddRow(id.EscapeMarkup(), Text(views), Text(adds), Text(orders), string.Join(" + ", revenue.Select(r => $"{Money(r.Value)} {r.Key}")));
        AnsiConsole.Write(top);
        var buttons = new Table().Border(TableBorder.Simple).Title($"Buttons, {window.Minutes} minutes").AddColumns("", "clicks");
        foreach (var (id, clicks) in window.Buttons) buttons.AddRow(id.EscapeMarkup(), Text(clicks));
        AnsiConsole.Write(buttons);
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Money(decimal? amount) => (amount ?? 0).ToString("N2", CultureInfo.InvariantCulture);
}
