using EdmHosting;
using EdmRelay.Capture.Bots;
using EdmRelay.Capture.Segment;

namespace EdmRelay.Capture;

/// <summary>The relay's HTTP side: its settings, who may call it, its endpoints.</summary>
public static class CaptureRegistration
{
    private const string Senders = "senders";

    public static void AddCapture(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<RelayOptions>("Relay", o => o.Check());
        builder.Services.AddSingleton<BodyReader>();
        builder.Services.AddSingleton<SenderRates>();
        builder.Services.AddSingleton<SenderGate>();
        builder.Services.AddSingleton<KnownCrawlers>();
        builder.Services.AddSingleton<Reception>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default));
        builder.Services.AddCors(cors => cors.AddPolicy(Senders, policy => policy
            .WithOrigins(options.AllowedOrigins)
            .WithMethods("POST")
            .WithHeaders("authorization", "content-encoding", "content-type", "traceparent", "x-retry-count")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
    }

    /// <summary>The middleware that the endpoints rely on. Call it before they are mapped.</summary>
    public static void UseCapture(this WebApplication app) => app.UseCors();

    public static void MapCapture(this WebApplication app)
    {
        // Not with the first request, which would keep all others waiting while the list of crawlers is read.
        app.Services.GetRequiredService<Reception>();
        var senders = app.MapGroup("").RequireCors(Senders).WithTags("Relay");
        senders.MapPost("/events", EventsEndpoint.PostAsync)
            .AddOpenApiOperationTransformer(BodyDescription.OfEventsAsync)
            .WithSummary("Takes one event or several; answers when Kafka has acknowledged them.");
        foreach (var path in new[] { "/produceClickMessage", "/producePageLoad" })
            senders.MapPost(path, LegacyEndpoint.PostAsync)
                .AddOpenApiOperationTransformer(BodyDescription.OfRecordAsync)
                .WithSummary("Takes one record of 2018 and stores it with its own bytes first.");
        foreach (var (path, call) in SegmentEndpoint.Calls)
            senders.MapPost(path, SegmentEndpoint.Of(call))
                .AddOpenApiOperationTransformer(BodyDescription.OfSegmentAsync)
                .WithSummary(call is null ? "Takes a batch as Segment's HTTP tracking API does." : $"Takes a {call} call as Segment's HTTP tracking API does.");
    }
}
