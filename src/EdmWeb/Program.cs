using EdmHosting;
using EdmWeb.Admit;
using EdmWeb.Forward;
using EdmWeb.Invite;
using EdmWeb.Serve;

const int port = 5080;
if (HealthCommand.IsAskedFor(args)) return await HealthCommand.RunAsync(args, port);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHosting(port);
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
