// The stream node as one would write it first, to measure EdmStream against: Consume, JsonSerializer.Deserialize, dictionaries
// a bucket. It reads the log once, from the beginning to the end it found, and then answers what it counted. Log, health, settings
// and the client's are the services' own, so that only the way of a record differs.
using EdmHosting;
using EdmKafka;
using ObviousStream;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5089);
builder.AddKafka();
builder.Services.AddSingleton<LiveCounts>();
builder.Services.AddSingleton<LogReader>();
builder.Services.AddHostedService(s => s.GetRequiredService<LogReader>());

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapGet("/live/snapshot", async (LogReader reader, LiveCounts counts, TimeProvider time, CancellationToken cancellationToken, int window = 30) =>
{
    // Afterwards nothing is counted any more, so the counts need no lock.
    await reader.End.WaitAsync(cancellationToken);
    return TypedResults.Ok(counts.At(time.GetUtcNow().ToUnixTimeMilliseconds(), window));
});
return await app.RunToEndAsync();
