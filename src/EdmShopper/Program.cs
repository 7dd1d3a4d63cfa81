using System.CommandLine;
using EdmShopper.Replay;
using EdmShopper.Verify;

var replay = new ReplayCommand();
var relay = new Option<Uri>("--relay") { CustomParser = said => new Uri(said.Tokens[0].Value), DefaultValueFactory = _ => new Uri("http://localhost:5080/") };
var writeKey = new Option<string?>("--write-key");
var book = new Option<string?>("--book");
var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 8 };
var root = new RootCommand { relay, writeKey, book, connections, VerifyCommand.Create() };
foreach (var option in replay.Options) root.Options.Add(option);
root.SetAction((said, stop) => replay.RunAsync(said, said.GetValue(relay)!, said.GetValue(writeKey), said.GetValue(connections), said.GetValue(book), stop));
return await root.Parse(args).InvokeAsync();
