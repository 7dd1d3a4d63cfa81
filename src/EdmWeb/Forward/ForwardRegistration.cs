using EdmHosting;
using Yarp.ReverseProxy.Transforms;

namespace EdmWeb.Forward;

/// <summary>
/// Forwards to the other services, where they run apart, so that a browser sees one origin everywhere. Shops elsewhere may
/// call the relay directly.
/// </summary>
public static class ForwardRegistration
{
    // An instance whose machine is gone refuses nothing: it is silent.
    private static readonly TimeSpan PatienceToConnect = TimeSpan.FromSeconds(2);

    public static void AddForward(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<WebOptions>("Web", o => o.Check());
        var services = new[] { ForwardedService.Relay(options), ForwardedService.Stream(options), ForwardedService.Stats(options) }.Where(s => s.IsThere).ToList();
        builder.Services.AddReverseProxy().LoadFromMemory([.. services.SelectMany(s => s.Routes())], [.. services.Select(s => s.Cluster())])
            .ConfigureHttpClient((_, http) => http.ConnectTimeout = PatienceToConnect)
            .AddTransforms(to =>
            {
                if (services.Single(s => s.Has(to.Route)).IsByName) to.AddRequestTransform(WithoutOwnOrigin);
            });
    }

    public static void MapForward(this WebApplication app) => app.MapReverseProxy();

    /// <summary>A page of this host is a stranger's to a service that is asked by its own name; that it is none is known here.</summary>
    private static ValueTask WithoutOwnOrigin(RequestTransformContext sent)
    {
        var asked = sent.HttpContext.Request;
        if (OwnOrigin.Is(asked.Headers.Origin.ToString(), asked.Host)) sent.ProxyRequest.Headers.Remove("Origin");
        return ValueTask.CompletedTask;
    }
}
