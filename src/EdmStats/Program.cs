using EdmHosting;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Query;
using EdmStats.Tables;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5083);
builder.AddTables();
if (MigrateCommand.IsAskedFor(args)) return await builder.MigrateAsync();
builder.AddKafka();
builder.AddConsume();
builder.AddPersist();
builder.AddQuery();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapQuery();
return await app.RunToEndAsync();
