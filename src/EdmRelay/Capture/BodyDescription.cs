using EdmContracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EdmRelay.Capture;

/// <summary>
/// Describes the bodies for OpenAPI. Not by Accepts(): routing would then refuse other media types itself, and not say
/// what to send instead.
/// </summary>
internal static class BodyDescription
{
    public static async Task OfEventsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var one = await OneAsync(context, cancellationToken);
        var several = new OpenApiSchema { Type = JsonSchemaType.Array, Items = one };
        var envelope = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["sent_timestamp"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
                ["write_key"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["events"] = several,
            },
        };
        var json = new OpenApiMediaType { Schema = new OpenApiSchema { OneOf = [one, several, envelope] } };
        operation.RequestBody = Body(("application/json", json), ("text/plain", json), ("application/x-ndjson", new OpenApiMediaType { Schema = one }));
    }

    public static async Task OfRecordAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        operation.RequestBody = Body(("application/json", new OpenApiMediaType { Schema = await OneAsync(context, cancellationToken) }));

    /// <summary>Segment's own documentation describes it: segment.com/docs/connections/sources/catalog/libraries/server/http-api.</summary>
    public static Task OfSegmentAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var message = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } };
        operation.RequestBody = Body(("application/json", message), ("text/plain", message));
        return Task.CompletedTask;
    }

    private static Task<OpenApiSchema> OneAsync(OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        context.GetOrCreateSchemaAsync(typeof(ClickstreamRecord), cancellationToken: cancellationToken);

    private static OpenApiRequestBody Body(params (string MediaType, OpenApiMediaType Content)[] content) =>
        new() { Required = true, Content = content.ToDictionary(c => c.MediaType, c => c.Content) };
}
