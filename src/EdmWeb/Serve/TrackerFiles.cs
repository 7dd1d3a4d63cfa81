namespace EdmWeb.Serve;

/// <summary>
/// The tracker's two files are the only ones that pages of other shops load: by a tag, by an import, or checked by their
/// integrity. A new version reaches every shop within the hour; until then a browser does not ask again.
/// </summary>
internal static class TrackerFiles
{
    private static readonly HashSet<PathString> Files = ["/tracker/edm.js", "/tracker/edm.mjs"];

    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        if (Files.Contains(context.Request.Path))
            context.Response.OnStarting(static state => Open((HttpResponse)state), context.Response);
        return next(context);
    }

    private static Task Open(HttpResponse response)
    {
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified)
        {
            response.Headers.CacheControl = "public, max-age=3600";
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            response.Headers["Timing-Allow-Origin"] = "*";
        }

        return Task.CompletedTask;
    }
}
