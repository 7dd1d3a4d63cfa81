// What more stream nodes cost and bring: one, two and three read the same log of a real Kafka as one group, in rounds that take
// turns, each in new processes and with an edm-live of its own, until every node shows all of it.
// KAFKA_HOME=… dotnet run -c Release --project bench/Scale [RECORDS] [--rounds R], about five minutes without either.
// With --live: what the nodes say on edm-live, by the events a second [--rates 10,2000,50000] [--seconds S], and how large it is
// at rest, so many minutes after the load has ended [--rest M].
// With --drill: shoppers who know the truth at three nodes [--rate R] [--seconds S], of which one is killed and one stands still
// for forty seconds: every figure must be the truth afterwards. Says for how long each partition was silent.
using System.Globalization;
using Scale;

var time = TimeProvider.System;
if (args.Contains("--drill")) return await Drill.RunAsync(Number("--rate", 2_000), TimeSpan.FromSeconds(Number("--seconds", 120)), time);
if (args.Contains("--live"))
{
    var rates = (Option("--rates") ?? "10,2000,50000").Split(',').Select(Parse);
    await LiveTopicSize.MeasureAsync([.. rates], TimeSpan.FromSeconds(Number("--seconds", 30)), TimeSpan.FromMinutes(Number("--rest", 6)), time);
    return 0;
}

await Scaling.CompareAsync(args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault(1_000_000), Number("--rounds", 3), time);
return 0;

int Number(string name, int otherwise) => Option(name) is { } number ? Parse(number) : otherwise;

string? Option(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
