// The relay as one would write it first, to measure EdmRelay against: minimal API, JSON binding, a ProduceAsync an event,
// Task.WhenAll for a batch. Log, health, settings and topics are the services' own, so that only the way of an event differs.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluent.Kafka;
using EdmHosting;
using EdmKafka;
using ObviousRelay;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5089);
builder.AddKafka();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 256 * 1024);
builder.Services.AddSingleton(s => new ProducerBuilder<string, byte[]>(s.GetRequiredService<ClientConfigs>().Producer())
    .SetLogHandler((_, line) => s.GetRequiredService<ClientLog>().Line(line))
    .Build());
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    json.SerializerOptions.PropertyNameCaseInsensitive = false;
    json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
});

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapPost("/events", EventsEndpoint.PostAsync);
return await app.RunToEndAsync();
