using EdmHosting;

namespace EdmWeb.Forward;

/// <summary>
/// Forwards to the other services, where they run apart, so that a browser sees one origin everywhere. Shops elsewhere may
/// call the relay directly.
/// </summary>
public static class ForwardRegistration
{
    public static void AddForward(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<WebOptions>("Web", o => o.Check());
        var services = new[] { ForwardedService.Relay(options), ForwardedService.Stream(options), ForwardedService.Stats(options) }.Where(s => s.IsThere).ToList();
        builder.Services.AddReverseProxy().LoadFromMemory([.. services.SelectMany(s => s.Routes())], [.. services.Select(s => s.Cluster())]);
    }

    public static void MapForward(this WebApplication app) => app.MapReverseProxy();
}
