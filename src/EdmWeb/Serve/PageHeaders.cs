namespace EdmWeb.Serve;

/// <summary>A browser asks for a page at every visit whether it is still the same: the files that it names change with it.</summary>
internal static class PageHeaders
{
    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true) response.Headers.CacheControl = "no-cache";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
