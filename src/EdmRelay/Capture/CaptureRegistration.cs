using EdmContracts;
using EdmHosting;

namespace EdmRelay.Capture;

/// <summary>The relay's HTTP side: its settings, who may call it, its endpoints.</summary>
public static class CaptureRegistration
{
    private const string Senders = "senders";

    public static void AddCapture(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<RelayOptions>("Relay", o => o.Check());
        builder.Services.AddSingleton<BodyReader>();
        builder.Services.AddCors(cors => cors.AddPolicy(Senders, policy => policy
            .WithOrigins(options.AllowedOrigins)
            .WithMethods("POST")
            .WithHeaders("content-type", "traceparent")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
    }

    public static void MapCapture(this WebApplication app)
    {
        var senders = app.MapGroup("").RequireCors(Senders).AddEndpointFilter<OriginGate>().WithTags("Relay");
        senders.MapPost("/events", EventsEndpoint.PostAsync)
            .Accepts<ClickstreamRecord>("application/json")
            .WithSummary("Takes one event or an array of events; answers when Kafka has acknowledged them.");
        foreach (var path in new[] { "/produceClickMessage", "/producePageLoad" })
            senders.MapPost(path, LegacyEndpoint.PostAsync)
                .Accepts<ClickstreamRecord>("application/json")
                .WithSummary("Takes one record of 2018 and stores it with its own bytes first.");
    }
}
