using EdmContracts;
using EdmHosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

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
            .AddOpenApiOperationTransformer(DescribeEventsAsync)
            .WithSummary("Takes one event or an array of events; answers when Kafka has acknowledged them.");
        foreach (var path in new[] { "/produceClickMessage", "/producePageLoad" })
            senders.MapPost(path, LegacyEndpoint.PostAsync)
                .AddOpenApiOperationTransformer(DescribeRecordAsync)
                .WithSummary("Takes one record of 2018 and stores it with its own bytes first.");
    }

    // Not by Accepts(): routing would then refuse other media types itself, and not say what to send instead.
    private static Task DescribeEventsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        DescribeAsync(operation, context, one => new OpenApiSchema
        {
            OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one }],
        }, cancellationToken);

    private static Task DescribeRecordAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        DescribeAsync(operation, context, one => one, cancellationToken);

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, Func<OpenApiSchema, OpenApiSchema> body, CancellationToken cancellationToken)
    {
        var schema = body(await context.GetOrCreateSchemaAsync(typeof(ClickstreamRecord), cancellationToken: cancellationToken));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };
    }
}
