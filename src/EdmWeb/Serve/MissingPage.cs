namespace EdmWeb.Serve;

/// <summary>A person who asks for a page that nothing answers gets the shop's, which says so; everyone else the 404 alone.</summary>
internal static class MissingPage
{
    public static async Task SendAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context is not { Response: { StatusCode: StatusCodes.Status404NotFound, HasStarted: false }, Request: { } request } || context.GetEndpoint() is not null) return;
        if (!HttpMethods.IsGet(request.Method) || !request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))) return;

        var environment = context.RequestServices.GetRequiredService<IWebHostEnvironment>();
        await ServeRegistration.Page(environment, ShopAddresses.Page).ExecuteAsync(context);
    }
}
