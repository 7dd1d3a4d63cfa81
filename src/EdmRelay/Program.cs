using EdmHosting;
using EdmKafka;
using EdmRelay.Capture;
using EdmRelay.Publish;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5081);
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
