using EdmDemo;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.RefuseConsumerGroup();
builder.AddHosting(port: 5080);
builder.AddEmbeddedBroker();
builder.AddKafka();
builder.AddCapture();
builder.AddPublish();
builder.AddConsume();
builder.AddPush();
builder.AddServe();
builder.AddInvite();

var app = builder.Build();
app.UseHosting();
app.UseServe();
app.UseCapture();
app.MapHosting();
app.MapCapture();
app.MapPush();
app.MapServe();
app.MapInvite();
app.SayAddresses();
return await app.RunToEndAsync();
