using EdmContracts;
using EdmKafka;
using EdmStream.Tests.Consume;

namespace EdmStream.Tests.Share;

/// <summary>Compaction keeps the word that came last: the owner sees to it that this is its own.</summary>
public class SayingAgainTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Counting _zombie = new();

    [Fact]
    public async Task What_one_says_who_lost_the_partition_is_said_again()
    {
        var owner = await TakeOverAsync();

        // It does not know yet, and a bucket closes meanwhile.
        await _zombie.FrameAsync(seconds: 5);
        Assert.Contains(_zombie.Node, _zombie.Live.LastSpeakers().Values);
        await owner.FrameAsync(seconds: 5);

        Assert.All(_zombie.Live.LastSpeakers().Values, speaker => Assert.Equal(owner.Node, speaker));
    }

    [Fact]
    public async Task What_counts_further_is_said_again_when_the_owner_is_as_far()
    {
        var owner = await TakeOverAsync();
        _zombie.WriteClick("c", ago: Minute);
        _zombie.ReadOn();
        var further = await _zombie.FrameAsync(seconds: 5);
        await owner.FrameAsync(seconds: 5);
        Assert.Contains(_zombie.Node, _zombie.Live.LastSpeakers().Values);

        owner.ReadOn();
        var frame = await owner.FrameAsync(seconds: 5);

        Assert.All(_zombie.Live.LastSpeakers().Values, speaker => Assert.Equal(owner.Node, speaker));
        Assert.Equal(further.Figures.Clicks.Value, frame.Figures.Clicks.Value);
    }

    [Fact]
    public async Task What_a_zombie_says_changes_nothing_on_the_screens()
    {
        var owner = await TakeOverAsync();
        owner.WriteClick("c", ago: Minute);
        owner.ReadOn();
        var before = await owner.FrameAsync(seconds: 5);
        await _zombie.FrameAsync(seconds: 5);

        var after = await owner.FrameAsync();

        Assert.Equal(before.Figures.Clicks, after.Figures.Clicks);
        Assert.Equal(before.Partitions, after.Partitions);
    }

    [Fact]
    public async Task A_partition_that_somebody_withdraws_late_is_said_again_as_a_whole()
    {
        var owner = await TakeOverAsync();
        var before = await owner.FrameAsync();

        _zombie.Live.Withdraw("0");
        foreach (var key in _zombie.Live.LastSpeakers().Keys.Where(k => k != "0").ToList()) _zombie.Live.Withdraw(key);
        await owner.FrameAsync(seconds: 5);
        var after = await owner.FrameAsync(seconds: 5);

        Assert.All(_zombie.Live.LastSpeakers().Values, speaker => Assert.Equal(owner.Node, speaker));
        Assert.Equal(before.Figures.Clicks, after.Figures.Clicks);
    }

    private async Task<Counting> TakeOverAsync()
    {
        _zombie.WriteClick("a", ago: Minute);
        _zombie.WriteClick("b", ago: 2 * Minute);
        _zombie.ReadAll();
        await _zombie.FrameAsync();
        var owner = new Counting(_zombie);
        owner.ReadAll();
        await owner.FrameAsync();
        return owner;
    }
}
