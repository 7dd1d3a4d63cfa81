// How fast history catches up with a log, in PostgreSQL and in SQLite: EdmStats reads the same log of a real Kafka from its
// beginning into an empty database, in rounds that take turns, each in a new process. What the tables then hold is held against
// what was written; where one sum differs there is no rate.
// KAFKA_HOME=… dotnet run -c Release --project bench/History [RECORDS] [--rounds R], about three minutes without either.
// With --kills MS: one round in PostgreSQL with a shop that goes on writing, in which the service is killed each time it has had
// its partitions for so many milliseconds, and started again; the group then waits ten seconds for the dead one.
// With --rebuild: the log is counted in PostgreSQL, and then counted anew by EdmStats rebuild while the service answers.
// With --questions: what each chart of the history waits for, over thirty days of a thousand buttons and products in PostgreSQL.
using System.Globalization;
using History;

var time = TimeProvider.System;
var records = args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault(6_000_000);
await using var bench = await HistoryBench.StartAsync(time);
if (args.Contains("--questions")) return await bench.AskAsync();
if (args.Contains("--rebuild")) return await bench.RebuildAsync(records);
return Option("--kills") is { } milliseconds
    ? await bench.KillAsync(records, TimeSpan.FromMilliseconds(Parse(milliseconds)))
    : await bench.CompareAsync(records, Parse(Option("--rounds") ?? "3"));

string? Option(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
