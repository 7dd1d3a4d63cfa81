using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EdmHosting.Access;

/// <summary>
/// Tells ASP.NET Core who is a viewer. Browsers show a ticket in a cookie, programs the key itself: <c>Authorization: Bearer KEY</c>.
/// </summary>
/// <param name="gate">Knows them.</param>
/// <param name="login">The page to sign in at, where this program has one.</param>
internal sealed class ViewerAuthentication(ViewerGate gate, LoginPage? login = null) : IAuthenticationHandler
{
    public const string Scheme = "Viewer";

    private static readonly AuthenticateResult Viewer = AuthenticateResult.Success(
        new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "viewer")], Scheme)), Scheme));

    private HttpContext _context = null!;
    private bool _tooMany;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(IsViewer() ? Viewer : AuthenticateResult.NoResult());

    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
        var (request, response) = (_context.Request, _context.Response);
        if (_tooMany) return GateAnswers.TooMany(response).ExecuteAsync(_context);
        if (login is not null && HttpMethods.IsGet(request.Method) && WantsPage(request))
        {
            response.Redirect($"{login.Path}?to={UrlEncoder.Default.Encode(request.Path + request.QueryString)}");
            return Task.CompletedTask;
        }

        response.Headers.WWWAuthenticate = "Bearer";
        return GateAnswers.Unknown().ExecuteAsync(_context);
    }

    public Task ForbidAsync(AuthenticationProperties? properties) => GateAnswers.ForeignOrigin(_context.Request).ExecuteAsync(_context);

    private bool IsViewer()
    {
        if (gate.IsOpen) return true;
        if (Bearer() is not { } key) return ViewerCookie.IsGood(_context.Request, gate);
        var tried = gate.Try(_context.Connection.RemoteIpAddress, key);
        _tooMany = tried == KeyTry.TooMany;
        return tried == KeyTry.Right;
    }

    private string? Bearer() =>
        _context.Request.Headers.Authorization.ToString() is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..] : null;

    private static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
