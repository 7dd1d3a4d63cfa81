// What an event costs the relay, beside the relay that one would write first (ObviousRelay/, in full): both answer after
// the acknowledgement, with the same client settings, log and limits, on the same real Kafka, in rounds that take turns.
// Many short rounds rather than few long ones: whatever else the machine does then falls on both.
// KAFKA_HOME=… dotnet run -c Release --project bench/Relay [ROUNDS] [--seconds S], about four minutes without either.
// With --telemetry: what its metrics and traces cost, at the ratio that is the default: beside itself without any.
using System.Globalization;
using EdmTesting;
using EdmTesting.Otlp;
using Relay;

var seconds = args.SkipWhile(a => a != "--seconds").Skip(1).Select(Parse).FirstOrDefault(4);
var rounds = args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault(10);
var telemetry = args.Contains("--telemetry");
var length = TimeSpan.FromSeconds(seconds);
var time = TimeProvider.System;

Load[] loads =
[
    new("single POSTs on 64 connections", Connections: 64, EventsPerRequest: 1, Limit: 0.6),
    new("batches of 100 on 16 connections", Connections: 16, EventsPerRequest: 100, Limit: 0.45),
];

await using var kafka = await KafkaCluster.StartAsync();
await using var collector = await OtlpReceiver.StartAsync();
await using var ours = await MeasuredRelay.StartAsync("EdmRelay", "ours.", kafka.BootstrapServers, telemetry ? collector.Settings : []);
await using var obvious = telemetry
    ? await MeasuredRelay.StartAsync("EdmRelay", "untold.", kafka.BootstrapServers, ("OTEL_SDK_DISABLED", "true"))
    : await MeasuredRelay.StartAsync("ObviousRelay", "obvious.", kafka.BootstrapServers);
MeasuredRelay[] relays = [ours, obvious];

// The runtime compiles what is hot a second and a third time.
foreach (var load in loads)
    foreach (var relay in relays) await relay.MeasureAsync(load, TimeSpan.FromSeconds(6), time);

foreach (var load in loads)
{
    var measured = relays.ToDictionary(r => r, _ => new List<Round>());
    for (var round = 0; round < rounds; round++)
        foreach (var relay in round % 2 == 0 ? relays : relays.Reverse())
            measured[relay].Add(await relay.MeasureAsync(load, length, time));
    if (telemetry) Table.PrintTelemetry(load, measured[ours], measured[obvious]);
    else Table.Print(load, measured[ours], measured[obvious]);
}

foreach (var relay in relays)
{
    var held = RecordCount.Of(kafka.BootstrapServers, relay.Prefix);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{relay.Prefix,-9} {relay.Acknowledged:N0} events acknowledged, {held:N0} records in Kafka{(held == relay.Acknowledged ? "" : ": NOT THE SAME")}"));
}

if (telemetry) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{collector.Spans.Count:N0} spans exported"));

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
