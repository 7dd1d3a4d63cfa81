using CsCheck;
using static EdmContracts.Tests.PartitionLog;

namespace EdmContracts.Tests;

public class VerdictPropertyTests
{
    private const long Tick = 30_000;

    // Relays' clocks differ by up to a minute; whole half minutes make the edges of the rules come up.
    private static readonly Gen<Entry> AnyEntry = Gen.Select(
        Gen.Long[0, 2], Gen.Int[0, 45], Gen.Int[0, 3], Gen.Int[0, 12], Gen.Int[0, 9], Gen.Long[-4, 130],
        (jitter, id, type, order, bot, age) => new Entry(
            Received: jitter * Tick,
            Id: id == 0 ? null : $"e{id}",
            Type: type == 0 ? "order_completed" : type == 1 ? "order_updated" : "product_viewed",
            Order: order == 0 ? null : $"o{order}",
            Bot: bot == 0 ? "crawler" : null,
            Happened: (jitter - age) * Tick));

    // Up to 400 records with up to a minute and a half between two of them: about five hours.
    private static readonly Gen<Entry[]> AnyLog = Gen.Select(AnyEntry, Gen.Long[0, 3]).Array[0, 400].Select(records =>
    {
        var clock = Start;
        return records.Select(r =>
        {
            clock += r.Item2 * Tick;
            return r.Item1 with { Received = clock + r.Item1.Received, Happened = clock + r.Item1.Happened };
        }).ToArray();
    });

    [Fact]
    public void Verdicts_are_the_brute_force_function_of_the_log() =>
        AnyLog.Sample(entries =>
        {
            var log = new PartitionLog();
            Assert.Equal(entries.Select((_, i) => Expected(entries, i)), entries.Select(log.Append));
        }, iter: 300);

    private static Verdict Expected(Entry[] log, int i)
    {
        var entry = log[i];
        bool Repeats(Func<Entry, string?> idOf) =>
            idOf(entry) is { } id && log[..i].Any(earlier => idOf(earlier) == id && earlier.Received >= entry.Received - 66 * Minute);

        return
            Repeats(e => e.Id) || Repeats(e => e.Type == "order_completed" ? e.Order : null) ? Verdict.Duplicate :
            entry.Bot is not null ? Verdict.Bot :
            entry.Received - Math.Min(entry.Happened!.Value, entry.Received) > 60 * Minute ? Verdict.Late :
            Verdict.Shown;
    }
}
