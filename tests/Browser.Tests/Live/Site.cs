namespace Browser.Tests.Live;

/// <summary>The pages alone, as EdmWeb serves them with nothing behind: one for all tests of this project.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private ServiceProcess? _web;

    public async Task<Uri> AddressAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _web ??= await ServiceProcess.StartAsync("EdmWeb");
            return _web.Address;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        _gate.Dispose();
    }
}
