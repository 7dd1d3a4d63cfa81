using EdmHosting;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Tables;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5083);
builder.AddTables();
if (MigrateCommand.IsAskedFor(args)) return await builder.MigrateAsync();
builder.AddKafka();
builder.AddConsume();
builder.AddPersist();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
return await app.RunToEndAsync();
