using Microsoft.AspNetCore.Http;

namespace EdmHosting.Access;

/// <summary>
/// The cookie that holds a viewer's ticket. Scripts cannot read it, it goes to this origin alone, and over TLS alone where it
/// was set over TLS; pages of other sites can send a person here with it, and nothing else.
/// </summary>
public static class ViewerCookie
{
    public const string Name = "edm-viewer";

    /// <summary>Whether the request comes from a browser that signed in.</summary>
    public static bool IsGood(HttpRequest request, ViewerGate gate) => request.Cookies[Name] is { } ticket && gate.IsTicket(ticket);

    public static void Set(HttpContext context, string ticket) =>
        context.Response.Cookies.Append(Name, ticket, Options(context.Request, ViewerGate.Stay));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request, null));

    private static CookieOptions Options(HttpRequest request, TimeSpan? stay) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = stay, IsEssential = true };
}
