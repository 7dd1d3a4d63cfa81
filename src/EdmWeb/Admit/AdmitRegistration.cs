using EdmHosting.Access;

namespace EdmWeb.Admit;

/// <summary>Lets viewers in: they show the viewer key once, and a cookie from then on.</summary>
public static class AdmitRegistration
{
    private const string Path = "/login";

    public static void AddAdmit(this WebApplicationBuilder builder) => builder.Services.AddSingleton(new LoginPage(Path));

    public static void MapAdmit(this WebApplication app)
    {
        app.MapGet(Path, LoginEndpoints.Get).ExcludeFromDescription();
        app.MapPost(Path, LoginEndpoints.PostAsync).ExcludeFromDescription();
        app.MapPost("/logout", LoginEndpoints.Leave).ExcludeFromDescription();
    }
}
