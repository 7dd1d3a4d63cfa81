using EdmDemo;

const int port = 5080;
if (HealthCommand.IsAskedFor(args)) return await HealthCommand.RunAsync(args, port);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.RefuseWhatIsForServicesApart();
builder.AddHosting(port);
builder.AddEmbeddedBroker();
builder.AddKafka();
builder.AddCapture();
builder.AddPublish();
builder.AddConsume();
builder.AddShare();
builder.AddPush();
builder.AddPipeline();
builder.AddTables();
builder.AddHistoryConsume();
builder.AddPersist();
builder.AddQuery();
builder.AddServe();
builder.AddAdmit();
builder.AddInvite();

var app = builder.Build();
app.UseHosting();
app.UseServe();
app.UseCapture();
app.MapHosting();
app.MapCapture();
app.MapPush();
app.MapPipeline();
app.MapQuery();
app.MapServe();
app.MapAdmit();
app.MapInvite();
app.SayAddresses();
return await app.RunToEndAsync();
