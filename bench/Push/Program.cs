// What dashboards cost the stream node, beside the push that one would write first (ObviousPush/, in full): a timer that
// broadcasts the whole frame. Both show the same node's frames of a real Kafka that is being written to at a steady rate, in
// rounds that take turns, each in a new process. What is measured is each process with the dashboards less the same process
// without: a node counts whether or not somebody looks, and the obvious one asks for its frames all the same. The shop and the
// dashboards live in this program.
// KAFKA_HOME=… dotnet run -c Release --project bench/Push [DASHBOARDS] [--rounds R] [--seconds S], about four minutes without.
// With --rates 10,1000,50000: the bytes that one dashboard is sent, by the events a second.
using System.Globalization;
using EdmTesting;
using Push;

var time = TimeProvider.System;
var dashboards = args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault(500);
var rounds = Parse(Option("--rounds") ?? "3");
var length = TimeSpan.FromSeconds(Parse(Option("--seconds") ?? "10"));

await using var kafka = await KafkaCluster.StartAsync();
if (Option("--rates") is { } rates)
    await ByRate.MeasureAsync(kafka.BootstrapServers, [.. rates.Split(',').Select(Parse)], length, time);
else
    await Comparison.MeasureAsync(kafka.BootstrapServers, dashboards, rounds, length, time);

string? Option(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
