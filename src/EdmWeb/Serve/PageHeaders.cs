namespace EdmWeb.Serve;

/// <summary>
/// What every page tells the browser to refuse: script and style that are not files of this origin, markup made from
/// strings, frames, and loading anything from another host.
/// </summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'";

    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";

            // The page that tries the API out is not ours and runs in Development alone.
            if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && !response.HttpContext.Request.Path.StartsWithSegments("/scalar"))
            {
                response.Headers.ContentSecurityPolicy = Policy;
                response.Headers.CacheControl = "no-cache";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
