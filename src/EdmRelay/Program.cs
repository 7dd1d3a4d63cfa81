using EdmHosting;
using EdmKafka;
using EdmRelay.Capture;
using EdmRelay.Publish;

const int port = 5081;
if (HealthCommand.IsAskedFor(args)) return await HealthCommand.RunAsync(args, port);

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port);
builder.ServeInline();
builder.AddKafka();
builder.AddCapture();
builder.AddPublish();

var app = builder.Build();
app.UseHosting();
app.UseCapture();
app.MapHosting();
app.MapCapture();
return await app.RunToEndAsync();
