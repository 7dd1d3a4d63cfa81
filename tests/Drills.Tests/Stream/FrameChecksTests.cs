namespace Drills.Tests.Stream;

public class FrameChecksTests
{
    [Fact]
    public void Nothing_is_said_of_frames_that_only_grow()
    {
        SeenFrame[] frames = [Frame(1, read: 5, clicks: [3, 4]), Frame(2, read: 5, clicks: [3, 5]), Frame(3, read: 9, clicks: [4, 5, 1])];
        Assert.Empty(FrameChecks.Of(frames));
    }

    [Fact]
    public void The_first_offset_that_goes_back_is_named()
    {
        SeenFrame[] frames = [Frame(1, read: 5), Frame(2, read: 4), Frame(3, read: 3)];
        var found = Assert.Single(FrameChecks.Of(frames));
        Assert.Contains("00:00:00.002 node-2", found, StringComparison.Ordinal);
        Assert.Contains("(edm-ui-click, 4): read goes back from 5 to 4", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partition_that_is_gone_is_named()
    {
        SeenFrame[] frames = [Frame(1, read: 5), Frame(2, read: 5) with { Books = new Dictionary<(string, int), Dictionary<string, long>>() }];
        Assert.Contains("(edm-ui-click, 4) is not there any more", FrameChecks.BooksGoBack(frames), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bucket_that_goes_back_is_named()
    {
        SeenFrame[] frames = [Frame(1, clicks: [3, 4]), Frame(2, clicks: [3, 3])];
        Assert.Contains("bucket of 00:00:05.000: clicks goes back from 4 to 3", Assert.Single(FrameChecks.Of(frames)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_may_leave_the_window_and_what_is_left_is_compared()
    {
        var slid = Frame(2, clicks: [0, 4]);
        var buckets = slid.Buckets.Where(b => b.Key > 0).ToDictionary();
        Assert.Null(FrameChecks.BucketGoesBack([Frame(1, clicks: [3, 4]), slid with { Buckets = buckets }]));
        Assert.NotNull(FrameChecks.BucketGoesBack([Frame(1, clicks: [3, 5]), slid with { Buckets = buckets }]));
    }

    [Fact]
    public void Books_that_do_not_hold_are_named()
    {
        var wrong = new Dictionary<(string, int), Dictionary<string, long>> { [("edm-ui-click", 4)] = new Dictionary<string, long> { ["read"] = 3, ["shown"] = 2 } };
        Assert.Contains("read 3 is not the sum", FrameChecks.BooksDoNotHold([Frame(1) with { Books = wrong }]), StringComparison.Ordinal);
    }

    private static SeenFrame Frame(long at, long read = 0, int[]? clicks = null) => new(
        at, at, $"node-{at}", "live", at,
        new Dictionary<(string, int), Dictionary<string, long>>
        {
            [("edm-ui-click", 4)] = new Dictionary<string, long> { ["read"] = read, ["shown"] = read, ["duplicate"] = 0 },
        },
        (clicks ?? []).Index().ToDictionary(c => 5_000L * c.Index, c => new Dictionary<string, long> { ["clicks"] = c.Item }));
}
