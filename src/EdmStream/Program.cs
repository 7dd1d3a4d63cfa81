using EdmHosting;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Pipeline;
using EdmStream.Push;
using EdmStream.Share;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5082);
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
