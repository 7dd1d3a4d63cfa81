using EdmHosting;
using EdmHosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EdmWeb.Serve;

/// <summary>The pages of the shop and the dashboard, and the files they use.</summary>
public static class ServeRegistration
{
    public static void AddServe(this WebApplicationBuilder builder)
    {
        builder.AddSettings<WebOptions>("Web", o => o.Check());

        // Outside Development, and in a program that only refers to this one, the files are found by their manifest.
        builder.WebHost.UseStaticWebAssets();
    }

    public static void UseServe(this WebApplication app)
    {
        app.Use(PageHeaders.SendAsync);
        app.Use(TrackerFiles.SendAsync);
        app.Use(MissingPage.SendAsync);
    }

    public static void MapServe(this WebApplication app)
    {
        app.MapStaticAssets();
        foreach (var address in ShopAddresses.In(app.Environment.WebRootFileProvider)) MapPage(address, ShopAddresses.Page);
        MapPage("/tracker", "tracker/index.html");
        MapPage("/dashboard", "dashboard/index.html").ForViewers();
        app.MapGet("/dashboard/settings", Settings).ForViewers().ExcludeFromDescription();

        RouteHandlerBuilder MapPage(string address, string file) =>
            app.MapGet(address, (IWebHostEnvironment environment) => Page(environment, file)).ExcludeFromDescription();
    }

    /// <summary>Asked for anew at every visit, as the pages are: a browser that kept it would go on in the old zone.</summary>
    private static Ok<DashboardSettings> Settings(WebOptions options, ViewerGate gate, EndpointDataSource endpoints, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(new DashboardSettings(options.TimeZone, endpoints.Endpoints.OfType<RouteEndpoint>().Any(IsHistory), !gate.IsOpen));
    }

    /// <summary>History's addresses are all that lies under <c>/api</c>, whoever answers there: this program, or one that it forwards to.</summary>
    private static bool IsHistory(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: "api" }] }, ..];

    internal static FileStreamHttpResult Page(IWebHostEnvironment environment, string file) =>
        TypedResults.File(environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream(), "text/html; charset=utf-8");
}
