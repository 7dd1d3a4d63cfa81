using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>One Chromium for all tests of this project; every page gets a profile of its own. Skips the test where the machine has none.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Milliseconds that a page may take, loaded from many files, on a machine that has other things to do.</summary>
    private const float Patience = 60_000;

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A new profile; dispose of it after use.</summary>
    public async Task<IBrowserContext> NewProfileAsync(BrowserNewContextOptions? options = null)
    {
        var path = Need.Browser();
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);

            // One that ended takes the test with it in which it did, and not all that come after. With the limit, a page keeps the
            // process that it had when it was empty.
            if (_browser is not { IsConnected: true })
                _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--disable-gpu", "--renderer-process-limit=1"] });
        }
        finally
        {
            _gate.Release();
        }

        // Without a head it calls itself HeadlessChrome, which is a crawler's name: what it does would not be counted.
        options ??= new();
        options.UserAgent ??= UserAgent(_browser);
        var profile = await _browser.NewContextAsync(options);
        profile.SetDefaultNavigationTimeout(Patience);
        return profile;
    }

    /// <summary>What the same browser calls itself in front of a person.</summary>
    private static string UserAgent(IBrowser browser) =>
        $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{browser.Version.Split('.')[0]}.0.0.0 Safari/537.36";

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }
}
