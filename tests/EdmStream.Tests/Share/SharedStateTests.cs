using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmContracts.Live;
using EdmStream.Count;
using EdmStream.Share;

namespace EdmStream.Tests.Share;

/// <summary>Which words count.</summary>
public class SharedStateTests
{
    private static readonly Histogram Nobody = new(0, []);
    private readonly SharedState _words = new();

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(6, 5, true)]
    [InlineData(4, 5, false)]
    [InlineData(6, 4, false)]
    public void A_word_counts_when_no_offset_is_lower(long clicks, long pageLoads, bool counts)
    {
        SayHead("first", 5, 5);
        SayHead("second", clicks, pageLoads);

        Assert.Equal(counts ? "second" : "first", _words.Said()[3].Head.Node);
    }

    [Fact]
    public void What_a_bucket_closed_with_is_the_word_that_counts()
    {
        SayHead("first", 5, 5);
        SaySlice(100, clicks: 5, visitors: 7);
        SaySlice(100, clicks: 4, visitors: 9);

        Assert.Equal(7, _words.Said()[3].Closed[100].VisitorsNow);
    }

    [Fact]
    public void A_head_that_is_withdrawn_takes_all_its_slices_along()
    {
        SaySlice(100, clicks: 5, visitors: 7);
        SayHead("first", 5, 5);
        Take("3"u8, []);
        SayHead("second", 1, 1);

        Assert.Empty(_words.Said()[3].Closed);
    }

    [Fact]
    public void A_slice_that_is_withdrawn_is_for_compaction_alone()
    {
        SaySlice(100, clicks: 5, visitors: 7);
        SayHead("first", 5, 5);
        Take("3/100"u8, []);

        Assert.Equal(7, _words.Said()[3].Closed[100].VisitorsNow);
    }

    [Fact]
    public void A_bucket_is_forgotten_by_the_readers_own_clock()
    {
        SayHead("first", 5, 5);
        SaySlice(100, clicks: 5, visitors: 7);

        SlideTo(100 + Buckets.Kept - 1);
        Assert.Equal([100], _words.Said()[3].Buckets);
        Assert.Single(_words.Said()[3].Closed);

        SlideTo(100 + Buckets.Kept);
        Assert.Empty(_words.Said()[3].Buckets);
        Assert.Empty(_words.Said()[3].Closed);
    }

    [Theory]
    [InlineData("3", "not json")]
    [InlineData("3", "[]")]
    [InlineData("x", "{}")]
    [InlineData("3/100/7", "{}")]
    [InlineData("", "{}")]
    public void What_is_no_word_is_passed_over(string key, string value)
    {
        Take(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value));

        Assert.Empty(_words.Said());
    }

    private void SlideTo(int bucket) => _words.Of((partitions, _) =>
    {
        partitions[0].Slide(bucket);
        return bucket;
    });

    private void SayHead(string node, long clicks, long pageLoads) => Say(Head.KeyOf(3), new Head(
        3, node, 1, 0, 0, 0, new Dictionary<string, HeadBooks> { [Topics.Click] = Books(clicks), [Topics.PageLoad] = Books(pageLoads) },
        new VisitorHistograms(Nobody, Nobody, Nobody, Nobody, Nobody, Nobody, Nobody)));

    private void SaySlice(int bucket, long clicks, int visitors) => Say(Slice.KeyOf(3, bucket), new Slice(
        3, bucket, "first", 1, new Dictionary<string, long> { [Topics.Click] = clicks }, SaidCounts.OrNothing(null),
        new ClosedFigures(visitors, 0, new Dictionary<int, ClosedWindow>())));

    private void Say<T>(string key, T word) => Take(Encoding.UTF8.GetBytes(key), JsonSerializer.SerializeToUtf8Bytes(word, JsonSerializerOptions.Web));

    private void Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (Word.Read(key, value) is { } word) _words.Take(word);
    }

    private static HeadBooks Books(long upTo) => new(0, upTo, upTo, 0, 0, 0, 0, 0);
}
