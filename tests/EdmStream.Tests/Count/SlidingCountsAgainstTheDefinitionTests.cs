using CsCheck;
using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class SlidingCountsAgainstTheDefinitionTests
{
    private const int Window = 12;

    private static readonly Gen<(long Moment, long Bucket, string Key)[]> Steps =
        Gen.Select(Gen.Long[0, 3], Gen.Long[-20, 3], Gen.Int[0, 4].Select(k => $"key-{k}")).Array[1, 200].Select(steps =>
        {
            // The moment goes on, by none to three buckets a step; events lie around it.
            var moment = 1_000L;
            return steps.Select(s => (moment += s.Item1, moment + s.Item2, s.Item3)).ToArray();
        });

    [Fact]
    public void The_totals_are_those_of_the_definition_at_every_moment() => Steps.Sample(steps =>
    {
        var counts = new SlidingCounts(Window);
        for (var i = 0; i < steps.Length; i++)
        {
            counts.Slide(steps[i].Moment);
            counts.Add(steps[i].Bucket, steps[i].Key);
            var expected = steps[..(i + 1)].Where(s => s.Bucket > steps[i].Moment - Window).CountBy(s => s.Key);
            if (!expected.OrderBy(e => e.Key).SequenceEqual(counts.Totals.OrderBy(t => t.Key))) return false;
        }

        return true;
    });

    [Fact]
    public void The_visitors_are_those_of_the_definition_at_every_moment() => Steps.Sample(steps =>
    {
        var visitors = new RecentVisitors();
        for (var i = 0; i < steps.Length; i++)
        {
            // The same steps, stretched so that they cross the five minutes.
            var moment = steps[i].Moment * 8;
            visitors.Slide(moment);
            visitors.See(System.Text.Encoding.UTF8.GetBytes(steps[i].Key), steps[i].Bucket * 8);
            var expected = steps[..(i + 1)].Where(s => s.Bucket * 8 > moment - RecentVisitors.Window).Select(s => s.Key).Distinct().Count();
            if (expected != visitors.SeenAt(moment)) return false;
        }

        return true;
    });
}
