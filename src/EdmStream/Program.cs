using EdmHosting;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Pipeline;
using EdmStream.Push;
using EdmStream.Share;

const int port = 5082;
if (HealthCommand.IsAskedFor(args)) return await HealthCommand.RunAsync(args, port);

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port);
builder.AddKafka();
builder.AddConsume();
builder.AddShare();
builder.AddPush();
builder.AddPipeline();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapPush();
app.MapPipeline();
return await app.RunToEndAsync();
