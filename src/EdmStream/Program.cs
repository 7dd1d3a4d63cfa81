using EdmHosting;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Push;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5082);
builder.AddKafka();
builder.AddConsume();
builder.AddPush();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapPush();
return await app.RunToEndAsync();
