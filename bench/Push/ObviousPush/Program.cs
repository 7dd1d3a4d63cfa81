// The push as one would write it first, to measure EdmStream's against: a timer broadcasts the whole frame to all dashboards,
// four times a second. It counts nothing itself: the frames are a real node's, asked for once each. Log, health and settings
// are the services' own, so that only the way of a frame differs.
using EdmHosting;
using ObviousPush;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(port: 5089);
builder.Services.AddSignalR();
builder.Services.AddHostedService<Broadcaster>();

var app = builder.Build();
app.UseHosting();
app.MapHosting();
app.MapHub<LiveHub>("/live");
return await app.RunToEndAsync();
