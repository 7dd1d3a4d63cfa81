using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdmHosting.Access;

/// <summary>Who may see what: the same in every service, so that one key and one cookie are good everywhere.</summary>
public static class AccessRegistration
{
    /// <summary>The policy that <see cref="ForViewers"/> asks for, by its name.</summary>
    public const string Viewers = "Viewers";

    private const string Section = "Access";

    // More than the largest body that a relay can be set to take.
    private const int LargestBody = 1024 * 1024;

    internal static void AddAccess(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<AccessOptions>(Section, o => o.Check());
        builder.Services.AddSingleton<ViewerGate>();
        builder.Services.AddTransient<ViewerAuthentication>();

        // A single scheme would be asked at every request, those for everyone too.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        builder.Services.AddAuthenticationCore(o => o.AddScheme<ViewerAuthentication>(ViewerAuthentication.Scheme, null));
        builder.Services.AddAuthorizationBuilder().AddPolicy(Viewers, policy => policy
            .AddAuthenticationSchemes(ViewerAuthentication.Scheme)
            .RequireAuthenticatedUser()

            // A browser sends a viewer's cookie along with a WebSocket that a foreign page opens, and asks nobody.
            .RequireAssertion(asked => asked.Resource is HttpContext { Request: var request } && !OwnOrigin.IsForeign(request)));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options.KnownProxies));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = options.MaxDashboards;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
    }

    /// <summary>Not while a program is put together: one that only migrates tables, say, serves nobody and needs no key.</summary>
    internal static void UseAccess(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AccessOptions>().Unsaid(app.Environment.IsDevelopment()) is { } mistake)
            app.Services.GetRequiredService<SettingsMistakes>().Add($"{Section}:{mistake}");
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Keeps strangers, and pages of other hosts, from what is mapped.</summary>
    public static TBuilder ForViewers<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Viewers);

    private static void Trust(ForwardedHeadersOptions forwarded, string[] proxies)
    {
        // None but those named: the framework's own default trusts whoever is on this machine.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardLimit = null;
        forwarded.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
        }
    }
}
