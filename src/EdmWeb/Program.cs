using EdmHosting;
using EdmWeb.Serve;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHosting(port: 5080);
builder.AddServe();

var app = builder.Build();
app.UseHosting();
app.UseServe();
app.MapHosting();
app.MapServe();
return await app.RunToEndAsync();
