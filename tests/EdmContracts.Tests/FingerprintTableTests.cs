using System.Text;

namespace EdmContracts.Tests;

public class FingerprintTableTests
{
    // Few ids at a time, so that they often stand across the end of the array when others go.
    [Theory]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void None_is_lost_when_others_are_forgotten(int alive)
    {
        var random = new Random(alive);
        var (now, forgotten) = (1, 0);
        var table = new FingerprintTable<int>((in int until) => until < now, _ => forgotten++);
        var known = new Dictionary<int, int>();

        for (; now <= 20_000; now++)
        {
            var id = now - random.Next(2 * alive);
            ref var until = ref table.Of(Encoding.ASCII.GetBytes($"id {id}"), out var isNew);

            if (known.TryGetValue(id, out var expected) && expected >= now) Assert.Equal((false, expected), (isNew, until));
            known[id] = until = now + random.Next(2 * alive);
        }

        Assert.NotEqual(0, forgotten);
        Assert.InRange(table.Count, known.Values.Count(u => u >= now), known.Count);
    }
}
