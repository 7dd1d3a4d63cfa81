[assembly: AssemblyFixture(typeof(Browser.Tests.Demo))]

namespace Browser.Tests;

/// <summary>The whole demo as it takes events: one for all tests that look at its pages, and at no figure that another's events change.</summary>
public sealed class Demo : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private ServiceProcess? _process;

    /// <summary>Skips the test where the machine has no browser to look with. Nobody may end it.</summary>
    public async Task<ServiceProcess> RunningAsync()
    {
        Need.Browser();
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _process ??= await ServiceProcess.StartAsync("EdmDemo");
            await _process.ReadyAsync();
            return _process;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _gate.Dispose();
    }
}
