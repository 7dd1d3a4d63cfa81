using System.Globalization;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryFiguresTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task The_seven_totals_are_the_answers_with_their_change_and_what_was_before()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);

        await Expect(page.Locator("[data-total]")).ToHaveTextAsync(
        [
            Total("Page loads", "7.8 %", "9,393,118", "before 8,713,468"), Total("Clicks", "6.9 %", "6,968,310", "before 6,518,531"),
            Total("Visitors", "4.9 %", "936,204", "before 892,473"), Total("Orders", "9.7 %", "51,204", "before 46,676"),
            Total("Revenue", "9.2 %", "$4,283,110", "before $3,922,262"), Total("Average order", "0.5 %", "$83.65", "before $84.03"),
            Total("Conversion", "0.2 pt", "5.3%", "before 5.1 %"),
        ], new() { UseInnerText = false });
        await Expect(page.Locator("[data-total='average'] [data-direction]")).ToHaveAttributeAsync("data-direction", "down");
        await Expect(page.Locator("[data-total='visitors'] [data-explanation]")).ToContainTextAsync("its standard error is 1.6 %");
        await Expect(page.Locator("[data-past-footer]")).ToContainTextAsync("42,521 minutes kept, since 25 Oct 00:00; today is not over");
        await Expect(page.Locator("[data-past-footer]")).ToContainTextAsync("counted to 12:41");
    }

    [Fact]
    public async Task The_plots_hold_the_counts_that_were_answered_and_mark_the_day_that_is_not_over()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);

        foreach (var (panel, metric) in new[] { ("over-time", "clicks"), ("takings", "revenue"), ("visits", "pageloads") })
        {
            var wanted = archive.Past.Starts(archive.Of("series").First(q => q["metric"] == metric)).Select(start => archive.Past.Count(metric, start)).ToArray();
            Assert.Equal(30, wanted.Length);
            Assert.Equal(wanted, await page.EvaluateAsync<long[]>($"Chart.getChart(document.querySelector('[data-past-panel={panel}] canvas')).data.datasets.flatMap(set => set.data.map(point => point.y))"));
        }

        var fills = await page.EvaluateAsync<string[]>("Chart.getChart(document.querySelector('[data-past-panel=over-time] canvas')).data.datasets[0].backgroundColor");
        Assert.Single(fills[..^1].Distinct());
        Assert.Equal($"{fills[0]}8c", fills[^1]);
    }

    [Theory]
    [InlineData("over-time", "clicks")]
    [InlineData("takings", "revenue")]
    [InlineData("visits", "pageloads")]
    public async Task Arrow_keys_choose_a_day_and_title_and_screen_reader_have_its_figures(string panel, string metric)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var root = page.Locator($"[data-past-panel='{panel}']");
        var plot = root.Locator("[data-past-plot]");

        await plot.FocusAsync();
        foreach (var key in new[] { "End", "PageDown", "ArrowLeft" }) await page.Keyboard.PressAsync(key);

        var (day, before) = (new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 13, 0, 0, 0, TimeSpan.Zero));
        var shown = Text(archive.Past.Count(metric, day), metric);
        await Expect(root.Locator("header")).ToContainTextAsync(shown);
        if (metric != "pageloads") await Expect(root.Locator("[data-reading]")).ToContainTextAsync($"before {Text(archive.Past.Count(metric, before), metric)}");
        else await Expect(root.Locator("[data-key-visitors]")).ToHaveTextAsync(Text(archive.Past.Count("visitors", day), "visitors"));
        await Expect(plot).ToHaveAttributeAsync("aria-valuenow", "18");
        Assert.StartsWith($"Thu, 12 Nov: {shown}", await plot.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        await Expect(root.Locator("header")).Not.ToContainTextAsync(shown);
    }

    [Fact]
    public async Task The_pointer_chooses_a_day_too()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var box = (await page.Locator("[data-past-panel='over-time'] canvas").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + 100);

        await Expect(page.Locator("[data-past-panel='over-time'] [data-reading]")).ToContainTextAsync($"Mon, 23 Nov{Text(archive.Past.Count("clicks", archive.Past.Now.Date), "clicks")}");
    }

    [Fact]
    public async Task Buttons_and_products_are_the_answers_and_a_products_column_sorts_by_asking()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);

        await Expect(page.Locator("[data-past-panel='buttons'] li")).ToHaveTextAsync(["browse-kits1,466,441", "add-to-cart1,075,082"]);
        await Expect(page.Locator("[data-past-panel='products'] tbody tr")).ToHaveTextAsync(["Pour-Over Kit7,934$713,266", "hat3$42.50"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Orders", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Archive.ShownAsync(page);
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Orders" })).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.Equal(["revenue", "orders"], archive.Of("top").Where(q => q["kind"] == "product").Select(q => q["sort"]));
    }

    [Fact]
    public async Task Another_currency_is_shown_for_itself_wherever_there_is_money()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Past.Currencies = ["USD", "EUR"];
        var page = await archive.OpenAsync(site);

        await page.GetByLabel("Currency").SelectOptionAsync("EUR");

        await Expect(page.Locator("[data-total='revenue'] [data-sum]")).ToHaveTextAsync("€2,141,555");
        await Expect(page.Locator("[data-total='average'] [data-sum]")).ToHaveTextAsync("€41.82");
        await Expect(page.Locator("[data-past-panel='products'] [data-revenue]").First).ToHaveTextAsync("€812.50");
        await Expect(page.Locator("[data-total='revenue'] [data-explanation]")).ToContainTextAsync("USD $4,283,110.00 in 51,204 orders");
        Assert.Contains("currency=EUR", page.Url, StringComparison.Ordinal);
        Assert.Equal("EUR", archive.Of("top").Last(q => q["kind"] == "product")["currency"]);
    }

    private static System.Text.RegularExpressions.Regex Total(string label, string change, string sum, string was) =>
        new($@"^\s*{label}\s*{System.Text.RegularExpressions.Regex.Escape(change)}\s*{System.Text.RegularExpressions.Regex.Escape(sum)}\s*{System.Text.RegularExpressions.Regex.Escape(was)}\s");

    private static string Text(long value, string metric) => value.ToString(metric == "revenue" ? "'$'#,0.00" : "#,0", CultureInfo.InvariantCulture);
}
