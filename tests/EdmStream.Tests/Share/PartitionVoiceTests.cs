using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Count;
using EdmStream.Share;
using EdmStream.Tests.Reference;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdmStream.Tests.Share;

/// <summary>What an owner says of its partition, and when.</summary>
public class PartitionVoiceTests
{
    // The first moment of a bucket.
    private const long Start = 1_795_437_660_000;

    private readonly PartitionCounts _counts = new();
    private readonly TopicReading _clicks;
    private readonly HeardWords _said = new();
    private readonly LiveVoice _voice;
    private PartitionVoice _own;
    private long _offset;

    public PartitionVoiceTests()
    {
        _clicks = new TopicReading(new LogPartition(Topics.Click, 3), _counts, 0, countFrom: 0, TimeSpan.FromMinutes(66));
        _voice = new LiveVoice(_said.HearAsync, new ClockCheck(brokersTell: false, NullLogger<ClockCheck>.Instance), NullLogger<LiveVoice>.Instance);
        _own = New(assignment: 1);
    }

    [Fact]
    public void The_slices_stand_before_the_head_that_counts_up_to_the_same()
    {
        Click(Start);
        Click(Start - 10_000);

        Say(Start + 100);

        Assert.Equal([KeyAt(Start - 10_000), KeyAt(Start), "3"], _said.LastKeys);
        Assert.All(_said.Slices, slice => Assert.Equal(2, slice.UpTo[Topics.Click]));
        var head = Assert.Single(_said.Heads);
        Assert.Equal((0L, 2L, 2L), (head.Topics[Topics.Click].From, head.Topics[Topics.Click].UpTo, head.Topics[Topics.Click].Shown));
        Assert.Equal((_voice.Node, 1L), (head.Node, head.Assignment));
    }

    [Fact]
    public void What_did_not_change_is_not_said_but_for_the_head_once_a_second()
    {
        Click(Start);
        Say(Start + 100);

        Say(Start + 350);
        Assert.Empty(_said.LastKeys);

        Say(Start + 1_100);
        Assert.Equal(["3"], _said.LastKeys);
    }

    [Fact]
    public void The_open_bucket_is_said_whenever_it_changed_and_changes_to_a_closed_one_every_five_seconds_at_most()
    {
        Click(Start);
        Click(Start - 10_000);
        Say(Start + 100);
        Click(Start - 10_000);
        Say(Start + 350);
        Assert.Equal([KeyAt(Start - 10_000), "3"], _said.LastKeys);

        Click(Start);
        Click(Start - 10_000);
        Say(Start + 600);
        Assert.Equal([KeyAt(Start), "3"], _said.LastKeys);

        Click(Start + 4_900);
        Say(Start + 4_900);
        Assert.DoesNotContain(KeyAt(Start - 10_000), _said.LastKeys);

        Click(Start + 5_350);
        Say(Start + 5_350);
        Assert.Contains(KeyAt(Start - 10_000), _said.LastKeys);
        Assert.Equal(3, _said.Slices.Single(s => s.Bucket == Buckets.Of(Start - 10_000)).Counts.Clicks);
    }

    [Fact]
    public void When_nothing_more_comes_a_closed_bucket_waits_no_longer()
    {
        Click(Start - 10_000);
        Say(Start + 100);
        for (var beat = 1; beat <= 2; beat++)
        {
            Click(Start - 10_000);
            Say(Start + 100 + 250 * beat);
        }

        Assert.Equal(["3"], _said.LastKeys);
        Say(Start + 850);

        Assert.Equal([KeyAt(Start - 10_000), "3"], _said.LastKeys);
        Assert.Equal(3, _said.Slices.Single().Counts.Clicks);
    }

    [Fact]
    public void A_bucket_that_closed_is_said_at_once_with_the_visitors_that_were_shown()
    {
        Click(Start);
        Say(Start + 100);
        Assert.Null(_said.Slices.Single().Closed);

        Say(Start + 5_000);

        var closed = _said.Slices.Single(s => s.Bucket == Buckets.Of(Start)).Closed;
        Assert.Equal((1, 1), (closed!.VisitorsNow, closed.Windows[5].Seen));
    }

    [Fact]
    public void What_did_not_arrive_is_said_again_as_it_is_then()
    {
        Click(Start);
        _said.IsDeaf = true;
        Say(Start + 100);
        Click(Start);
        _said.IsDeaf = false;
        Say(Start + 200);

        Assert.Equal([KeyAt(Start), "3"], _said.LastKeys);
        Assert.Equal(2, _said.Slices.Single().Counts.Clicks);
    }

    [Fact]
    public void Who_takes_the_partition_again_says_all_that_is_known()
    {
        Click(Start - 10_000);
        Click(Start);
        Say(Start + 100);
        Say(Start + 350);

        _own = New(assignment: 2);
        Say(Start + 600);

        Assert.Equal([KeyAt(Start - 10_000), KeyAt(Start), "3"], _said.LastKeys);
        Assert.All(_said.Slices, slice => Assert.Equal(2, slice.Assignment));
    }

    [Fact]
    public void The_keys_of_a_slice_stand_in_the_order_of_the_log()
    {
        foreach (var button in (string[])["zoo", "apple", "zoo", "kettle"]) Click(Start, button);

        Say(Start + 100);

        Assert.Equal([("zoo", 2), ("apple", 1), ("kettle", 1)], _said.Slices.Single().Counts.Buttons.Select(b => (b.Key, b.Value)));
    }

    private static string KeyAt(long time) => $"3/{Buckets.Of(time)}";

    private PartitionVoice New(long assignment) =>
        new(3, _voice.Node, assignment, _counts, new Dictionary<string, Tally> { [Topics.Click] = _clicks.Tally }, since: 0, () => Start);

    private void Say(long now) => _voice.Say([_own], now);

    private void Click(long at, string button = "browse-kits") => _clicks.Take(
        new ConsumedRecord
        {
            Partition = _clicks.Partition,
            Offset = _offset++,
            ReceiveTime = at,
            Value = Encoding.UTF8.GetBytes($$$"""{"type":"click","uuid":"ada","event_timestamp":{{{at}}},"properties":{"button_id":"{{{button}}}"}}"""),
        },
        out _);
}
