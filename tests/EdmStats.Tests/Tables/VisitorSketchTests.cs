using System.Text;
using CsCheck;
using EdmStats.Tables;

namespace EdmStats.Tests.Tables;

public class VisitorSketchTests
{
    // One in 16,000 of honest estimates lies further away.
    private const int Sigmas = 4;

    [Fact]
    public void Nobody_is_nobody() => Assert.Equal(0, new VisitorSketch().Estimate());

    [Fact]
    public void An_id_that_comes_again_changes_nothing()
    {
        var sketch = Of(["visitor-1"]);
        var before = sketch.ToBytes();

        sketch.Add("visitor-1"u8);

        Assert.Equal(before, sketch.ToBytes());
        Assert.Equal(1, sketch.Estimate());
    }

    [Fact]
    public void Merging_parts_is_adding_all_to_one() =>
        Gen.Select(Ids, Ids).Sample((left, right) =>
        {
            var merged = Of(left);
            merged.Merge(Of(right).ToBytes());
            return merged.ToBytes().AsSpan().SequenceEqual(Of([.. left, .. right]).ToBytes());
        });

    [Fact]
    public void The_order_does_not_matter() =>
        Gen.Select(Ids, Gen.Int).Sample((ids, seed) =>
        {
            var shuffled = (string[])ids.Clone();
            new Random(seed).Shuffle(shuffled);
            return Of(shuffled).ToBytes().AsSpan().SequenceEqual(Of(ids).ToBytes());
        });

    [Fact]
    public void What_was_stored_goes_on() =>
        Ids.Sample(ids =>
        {
            var restored = Restored(Of(ids).ToBytes());
            restored.Add("one more"u8);
            return restored.ToBytes().AsSpan().SequenceEqual(Of([.. ids, "one more"]).ToBytes());
        });

    [Fact]
    public void An_estimate_is_off_by_little_from_one_to_millions()
    {
        // The ids are fixed: a test that fails once in a while says nothing.
        var sketch = new VisitorSketch();
        var sizes = Enumerable.Range(0, 64).Select(i => (long)Math.Pow(1.26, i)).Distinct().ToHashSet();
        var id = new byte[sizeof(long)];
        for (long count = 1; count <= sizes.Max(); count++)
        {
            BitConverter.TryWriteBytes(id, count);
            sketch.Add(id);
            if (!sizes.Contains(count)) continue;
            var off = Math.Abs(sketch.Estimate() - count);
            Assert.True(off <= Math.Max(0.5, Sigmas * VisitorSketch.StandardError * count), $"{count} were taken for {sketch.Estimate()}");
        }
    }

    [Fact]
    public void Estimates_are_off_by_their_standard_error_and_to_no_side()
    {
        foreach (var size in (int[])[100, 1_000, 5_000, 10_000, 20_000, 50_000])
        {
            var errors = Enumerable.Range(0, 100).Select(run => (Of(Numbered(run, size)).Estimate() / (double)size) - 1).ToList();
            Assert.InRange(errors.Average(), -0.0065, 0.0065);
            Assert.InRange(Math.Sqrt(errors.Average(e => e * e)), 0, VisitorSketch.StandardError * 1.3);
        }
    }

    [Fact]
    public void A_sketch_says_the_same_in_every_process()
    {
        var registers = Of(["visitor-1"]).ToBytes();

        Assert.Equal((2676, 1), (Array.FindIndex(registers, r => r > 0), registers.Max()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4095, 0)]
    [InlineData(4096, 54)]
    public void What_is_no_sketch_is_refused(int length, byte fill)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(fill);

        Assert.Throws<ArgumentException>(() => Restored(bytes));
    }

    private static Gen<string[]> Ids => Gen.String[0, 12].Array[0, 300];

    private static IEnumerable<string> Numbered(int run, int size) => Enumerable.Range(0, size).Select(i => $"{run}/{i}");

    private static VisitorSketch Restored(byte[] bytes)
    {
        var sketch = new VisitorSketch();
        sketch.Merge(bytes);
        return sketch;
    }

    private static VisitorSketch Of(IEnumerable<string> ids)
    {
        var sketch = new VisitorSketch();
        foreach (var id in ids) sketch.Add(Encoding.UTF8.GetBytes(id));
        return sketch;
    }
}
