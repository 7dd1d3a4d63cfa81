using Microsoft.Playwright;

namespace Browser.Tests.Live;

/// <summary>The pages alone, as EdmWeb serves them with nothing behind: one for all tests of this project.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private InProcessService? _web;
    private DashboardBundle? _dashboard;

    /// <summary>Opens the dashboard in a tab, in few files.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="path">Such as <c>dashboard#history</c>.</param>
    public async Task OpenAsync(IPage page, string path)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _web ??= await InProcessService.StartAsync("EdmWeb");
            _dashboard ??= await DashboardBundle.MakeAsync(_web.Address);
        }
        finally
        {
            _gate.Release();
        }

        await _dashboard.ServeAsync(page);
        await page.GotoAsync(new Uri(_web.Address, path).ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        _gate.Dispose();
    }
}
