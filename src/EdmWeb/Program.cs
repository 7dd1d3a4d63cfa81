using EdmHosting;
using EdmWeb.Invite;
using EdmWeb.Serve;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHosting(port: 5080);
builder.AddServe();
builder.AddInvite();

var app = builder.Build();
app.UseHosting();
app.UseServe();
app.MapHosting();
app.MapServe();
app.MapInvite();
return await app.RunToEndAsync();
