using EdmHosting;
using EdmHosting.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmWeb.Admit;

/// <summary>The page to sign in at, what it sends, and the way out.</summary>
internal static class LoginEndpoints
{
    private const string Said = "<!-- said -->";

    // A key and its name, and no more.
    private static readonly FormOptions SmallForm = new() { ValueCountLimit = 1, BufferBodyLengthLimit = 4096, ValueLengthLimit = 1024 };

    public static IResult Get(HttpRequest request, ViewerGate gate, IWebHostEnvironment site, string? to) =>
        gate.IsOpen || ViewerCookie.IsGood(request, gate) ? new SeeOther(WayBack(to)) : Page(site, StatusCodes.Status200OK, said: "");

    public static async Task<IResult> PostAsync(HttpContext context, ViewerGate gate, IWebHostEnvironment site, string? to)
    {
        if (OwnOrigin.IsForeign(context.Request)) return GateAnswers.ForeignOrigin(context.Request);
        var key = await KeyAsync(context.Request);
        switch (gate.Try(context.Connection.RemoteIpAddress, key))
        {
            case KeyTry.Right:
                ViewerCookie.Set(context, gate.Ticket());
                return new SeeOther(WayBack(to));
            case KeyTry.TooMany:
                return Page(site, StatusCodes.Status429TooManyRequests, GateAnswers.Later(context.Response));
            default:
                return Page(site, StatusCodes.Status401Unauthorized, "That is not the viewer key. It is what Access:ViewerKey is set to where the services run.");
        }
    }

    public static IResult Leave(HttpContext context)
    {
        if (OwnOrigin.IsForeign(context.Request)) return GateAnswers.ForeignOrigin(context.Request);
        ViewerCookie.Clear(context);
        return new SeeOther("/");
    }

    /// <summary>A place of this site alone: whoever writes the link must not be able to send a viewer elsewhere.</summary>
    internal static string WayBack(string? to) =>
        to is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !rest.Any(char.IsControl) ? to : "/dashboard";

    private static async Task<string> KeyAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return "";
        try
        {
            return (await request.ReadFormAsync(SmallForm, request.HttpContext.RequestAborted))["key"].ToString();
        }
        catch (InvalidDataException)
        {
            // Larger than any key.
            return "";
        }
    }

    private static ContentHttpResult Page(IWebHostEnvironment site, int status, string said)
    {
        using var reader = new StreamReader(site.WebRootFileProvider.GetFileInfo("login/index.html").CreateReadStream());
        return TypedResults.Text(reader.ReadToEnd().Replace(Said, said, StringComparison.Ordinal), "text/html; charset=utf-8", statusCode: status);
    }
}
