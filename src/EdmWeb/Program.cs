using EdmHosting;
using EdmWeb.Admit;
using EdmWeb.Forward;
using EdmWeb.Invite;
using EdmWeb.Serve;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHosting(port: 5080);
builder.AddServe();
builder.AddForward();
builder.AddAdmit();
builder.AddInvite();

var app = builder.Build();
app.UseHosting();
app.UseServe();
app.MapHosting();
app.MapServe();
app.MapForward();
app.MapAdmit();
app.MapInvite();
return await app.RunToEndAsync();
