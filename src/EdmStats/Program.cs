using EdmHosting;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Query;
using EdmStats.Rebuild;
using EdmStats.Tables;

const int port = 5083;
if (HealthCommand.IsAskedFor(args)) return await HealthCommand.RunAsync(args, port);

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port);
builder.AddTables();
if (MigrateCommand.IsAskedFor(args)) return await builder.MigrateAsync();
builder.AddKafka();
builder.AddHistoryConsume();
builder.AddPersist();
if (RebuildCommand.IsAskedFor(args)) return await builder.RebuildAsync(args);
builder.AddQuery();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapQuery();
return await app.RunToEndAsync();
