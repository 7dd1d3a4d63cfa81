using CsCheck;
using EdmKafka;
using EdmStream.Push;
using EdmStream.Tests.Consume;

namespace EdmStream.Tests.Reference;

/// <summary>
/// Random logs, read by a node that is started anew in their middle: whenever it is asked, each figure is what the
/// definitions make of the whole log. <c>EDM_LONG_RUN=100000</c> tries so many logs.
/// </summary>
public class AgainstTheDefinitionsTests
{
    private const long Start = 1_795_437_660_000;
    private static readonly int Cases = DrillLength.Of(300, inLongRun: 2_000);
    private static readonly int[] Windows = [5, 30, 60];
    private readonly Counting _program = new();

    [Fact]
    public Task What_is_shown_is_a_function_of_the_log_and_the_moment() => RandomLog.Any.SampleAsync(CheckAsync, iter: Cases, print: Print);

    [Fact]
    public Task So_it_is_with_more_keys_than_fit() => Gen.Select(Gen.Int[985, 1_010], RandomLog.Any)
        .SampleAsync((keys, log) => CheckAsync([.. Flood(keys), .. log]), iter: Cases / 50, print: flooded => $"{flooded.Item1} keys, {Print(flooded.Item2)}");

    private async Task CheckAsync(RandomLog.Occurrence[] occurrences)
    {
        var log = new List<Written>();
        var verdicts = new Dictionary<Written, string>(ReferenceEqualityComparer.Instance);
        var node = new ReplayedNode(_program.Services, log, Start);
        node.Restart();
        foreach (var occurrence in occurrences)
        {
            node.Wait(occurrence.Gap);
            if (occurrence.What == RandomLog.What.Restart) node.Restart();
            else if (occurrence.What == RandomLog.What.Ask) Compare(node, await node.ShowAsync(), log, verdicts);
            else
            {
                var record = Write(log, occurrence, node.Now);
                verdicts[record] = Definitions.VerdictOn(record, log);
                node.Take(record);
            }
        }

        var last = await node.ShowAsync();
        Compare(node, last, log, verdicts);
        foreach (var minutes in Windows)
        {
            var said = node.Said.Lines(last.At, minutes).ToList();
            Assert.Equal(said, ShownText.Of(last, minutes).Where(line => said.Any(s => LabelOf(s) == LabelOf(line))));
        }
    }

    private static string LabelOf(string line) => line.StartsWith("visitors now", StringComparison.Ordinal) ? "visitors now" : line.Split(' ')[0];

    private static Written Write(List<Written> log, RandomLog.Occurrence occurrence, long now)
    {
        var happened = occurrence.Event;
        var (received, partition) = (now - occurrence.Behind, happened.Visitor % 2);
        var id = occurrence.Repeats >= 0 && log.Count > 0 ? occurrence.Repeats % log.Count : log.Count;
        var offset = log.LongCount(r => r.Topic == happened.Topic && r.Partition == partition);
        var record = new Written(happened.Topic, partition, offset, received, happened.Json(id, received - occurrence.Lag));
        log.Add(record);
        return record;
    }

    private static void Compare(ReplayedNode node, Moment moment, List<Written> log, Dictionary<Written, string> verdicts)
    {
        var shown = log.Where(record => verdicts[record] == "shown").ToList();
        foreach (var minutes in Windows)
            Assert.Equal(new ReferenceFigures(shown, moment.At, minutes).Lines().ToList(), [.. ShownText.Of(moment, minutes)]);
        Assert.Equal(node.Books(verdicts).ToList(), [.. ShownText.Books(moment)]);
    }

    /// <summary>So many products, buttons and pages within one bucket.</summary>
    private static IEnumerable<RandomLog.Occurrence> Flood(int keys) =>
        from key in Enumerable.Range(0, keys)
        from happened in (RandomLog.ShopEvent[])
        [
            new("edm-ui-commerce", 2, $$""" "type":"product_viewed","properties":{"product_id":"p{{key}}"} """),
            new("edm-ui-click", 2, $$""" "properties":{"button_id":"b{{key}}"} """),
            new("edm-ui-pageload", 2, $$""" "properties":{"url":"/{{key}}"} """),
        ]
        select new RandomLog.Occurrence(RandomLog.What.Record, 0, 0, 0, -1, happened);

    private static string Print(RandomLog.Occurrence[] log) => string.Join(Environment.NewLine, log.Select(o => o.ToString()));
}
