using Xunit;

namespace EdmTesting;

/// <summary>One of the services of this solution, or the demo, listening on a free port.</summary>
public abstract class RunningService : IAsyncDisposable
{
    /// <summary>How long a start may take, on a machine that has much else to do.</summary>
    protected static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    /// <summary>Where it listens; ends with a slash.</summary>
    public Uri Address { get; protected set; } = new("http://localhost/");

    /// <summary>Ends when it is ready; until then an event is answered 503.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(
            async () => (await http.GetAsync("health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode, StartPatience);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>The settings of a service in a test: a free port and, where the test names no viewer key, open to everyone.</summary>
    private protected static IEnumerable<(string Name, string? Value)> WithDefaults((string Name, string? Value)[] settings)
    {
        yield return ("PORT", "0");
        yield return ("Access__Open", settings.Any(s => s.Name == "Access__ViewerKey") ? null : "true");
        foreach (var setting in settings) yield return setting;
    }
}
