using Browser.Tests.Live;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryZoneTests(Chromium chromium, Site site)
{
    [Theory]
    [InlineData("UTC", "2026-10-25 2026-11-24")]
    [InlineData("Asia/Tokyo", "2026-10-26 2026-11-25")]
    [InlineData("America/New_York", "2026-10-25 2026-11-24")]
    public async Task Today_is_the_shops_wherever_the_browser_is(string zone, string span)
    {
        await using var profile = await chromium.NewProfileAsync(new() { TimezoneId = "Pacific/Kiritimati" });
        var archive = await Archive.BehindAsync(profile, "2026-11-23T18:41:20Z", zone);
        var page = await archive.OpenAsync(site);

        Assert.Equal(span, archive.Of("totals").First().Span);
        Assert.All(archive.Asked, asked => Assert.Equal(zone, asked.Query["zone"]));
        await Expect(page.Locator(".zone")).ToHaveTextAsync($"days in {zone}");
    }

    [Fact]
    public async Task Totals_are_held_against_the_same_time_of_day_though_the_clocks_were_set_in_between()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile, "2026-11-10T11:07:00Z", "Europe/Berlin");
        await archive.OpenAsync(site);

        // 12:07 in winter; 30 days ago it was 12:07 at 10:07 UTC, and quarters of an hour are what is kept of that.
        Assert.Equal("2026-09-12 2026-10-11T10:00:00Z", archive.Of("totals").Last().Span);
        Assert.Equal("2026-10-12 2026-11-11", archive.Of("totals").First().Span);
        Assert.Equal("2026-09-12 2026-10-12", archive.Of("series").Last(q => q["metric"] == "clicks").Span);
    }

    [Theory]
    [InlineData("2026-10-25", 25, "Sun, 25 Oct 02:00")]
    [InlineData("2026-03-29", 23, "Sun, 29 Mar 04:00")]
    public async Task A_day_on_which_the_clocks_are_set_has_its_own_number_of_hours(string day, int hours, string fourth)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile, zone: "Europe/Berlin");
        archive.Past.Count = (_, start) => start.ToUnixTimeSeconds() / 3600;
        var page = await archive.OpenAsync(site, $"#history?range={day}..{day}&by=hour");
        var plot = page.Locator("[data-past-panel='over-time'] [data-past-plot]");

        await Expect(plot).ToHaveAttributeAsync("aria-valuemax", $"{hours - 1}");
        await plot.FocusAsync();
        foreach (var key in new[] { "Home", "ArrowRight", "ArrowRight", "ArrowRight" }) await page.Keyboard.PressAsync(key);

        // The fourth hour of the day, held against the one that the clocks called so the day before.
        await Expect(page.Locator("[data-past-panel='over-time'] [data-reading]")).ToContainTextAsync(fourth);
        var start = archive.Past.Starts(archive.Of("series").First())[3];
        var before = archive.Past.Instant(day).DateTime.AddDays(-1).AddHours(start.Hour);
        var offset = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(before);
        await Expect(page.Locator("[data-past-panel='over-time'] [data-reading]")).ToContainTextAsync(
            FormattableString.Invariant($"{start.ToUnixTimeSeconds() / 3600:#,0}before {new DateTimeOffset(before, offset).ToUnixTimeSeconds() / 3600:#,0}"));
    }

    [Fact]
    public async Task The_last_day_is_open_until_the_shops_midnight_and_not_longer()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile, "2026-11-22T23:30:00Z", "Europe/Berlin");
        var page = await archive.OpenAsync(site, "#history?range=2026-11-16..2026-11-22");

        await Expect(page.Locator("[data-past-footer]")).Not.ToContainTextAsync("today is not over");
        Assert.Equal(1, await page.EvaluateAsync<int>("new Set(Chart.getChart(document.querySelector('[data-past-panel=over-time] canvas')).data.datasets[0].backgroundColor).size"));
    }
}
