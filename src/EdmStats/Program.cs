using EdmHosting;
using EdmStats.Tables;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5083);
builder.AddTables();
if (MigrateCommand.IsAskedFor(args)) return await builder.MigrateAsync();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
return await app.RunToEndAsync();
