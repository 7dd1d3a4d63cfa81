// What a record costs the stream node that catches up, beside the one that one would write first (ObviousStream/, in full):
// both read the same log of a real Kafka from its beginning, in rounds that take turns, each in a new process. What they then
// show is held against what was written; where one figure differs there is no rate.
// KAFKA_HOME=… dotnet run -c Release --project bench/Count [RECORDS] [--rounds R], about three minutes without either.
// With --telemetry: what metrics and traces cost it, beside itself without any.
// With --memory: what a node holds when it has read an hour of 2,000 a second, and of as many keys that are never met again.
using System.Globalization;
using Count;

var time = TimeProvider.System;
var wanted = args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault();
var rounds = args.SkipWhile(a => a != "--rounds").Skip(1).Select(Parse).FirstOrDefault(3);
if (!args.Contains("--memory")) return await CatchUp.CompareAsync(wanted > 0 ? wanted : 2_000_000, rounds, args.Contains("--telemetry"), time);
await HeldMemory.MeasureAsync(wanted > 0 ? wanted : 7_200_000, time);
return 0;

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
