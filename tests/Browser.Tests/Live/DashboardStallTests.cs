using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardStallTests(Chromium chromium)
{
    [Fact]
    public async Task A_server_that_stalls_without_a_word_is_noticed_and_so_is_its_return()
    {
        await using var demo = await ServiceProcess.StartAsync("EdmDemo");
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo);
        await demo.PostClickAsync("before");
        await Expect(page.Locator("[data-key='before'] [data-count]")).ToHaveTextAsync("1", new() { Timeout = 120_000 });
        var badge = page.Locator("[data-badge]");

        demo.Signal("STOP");
        await Expect(badge).ToHaveAttributeAsync("data-state", "disconnected", new() { Timeout = 120_000 });

        demo.Signal("CONT");
        await Expect(badge).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 120_000 });
        await demo.PostClickAsync("after-the-stall");
        await Expect(page.Locator("[data-key='after-the-stall'] [data-count]")).ToHaveTextAsync("1", new() { Timeout = 120_000 });
    }
}
