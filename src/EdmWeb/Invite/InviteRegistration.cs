using EdmHosting;

namespace EdmWeb.Invite;

/// <summary>Shoppers who come when they are called, for whoever has the shop to himself.</summary>
public static class InviteRegistration
{
    public static void AddInvite(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<WebOptions>("Web", o => o.Check());
        if (!IsOn(options, builder.Environment)) return;
        builder.Services.AddSingleton<RelayAddress>();
        builder.Services.AddSingleton<DemoParty>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoParty>());
    }

    public static void MapInvite(this WebApplication app)
    {
        if (!IsOn(app.Services.GetRequiredService<WebOptions>(), app.Environment)) return;
        app.MapPost("/demo/shoppers", InviteEndpoint.Post)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithTags("Demo")
            .WithSummary("Lets ten shoppers in for two minutes.");
    }

    private static bool IsOn(WebOptions options, IHostEnvironment environment) => options.DemoShoppers ?? environment.IsDevelopment();
}
