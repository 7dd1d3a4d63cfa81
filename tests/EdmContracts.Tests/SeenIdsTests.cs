using System.Buffers.Binary;

namespace EdmContracts.Tests;

public class SeenIdsTests
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(66);
    private static readonly long Start = DateTimeOffset.UnixEpoch.AddYears(60).ToUnixTimeMilliseconds();

    [Theory]
    [InlineData(0)]
    [InlineData(66 * 60_000)]
    [InlineData(-3 * 3_600_000)]
    public void An_id_repeats_within_the_horizon_and_when_it_was_received_later(int after)
    {
        var ids = new SeenIds(Horizon);

        Assert.False(ids.Repeats("a"u8, Start));
        Assert.True(ids.Repeats("a"u8, Start + after));
    }

    [Fact]
    public void An_id_is_new_again_right_after_the_horizon()
    {
        var ids = new SeenIds(Horizon);
        ids.Repeats("a"u8, Start);

        Assert.False(ids.Repeats("a"u8, Start + 66 * 60_000 + 1));
    }

    [Fact]
    public void An_id_is_kept_with_the_latest_of_its_times()
    {
        var ids = new SeenIds(Horizon);
        ids.Repeats("a"u8, Start + 60_000);
        ids.Repeats("a"u8, Start);

        Assert.True(ids.Repeats("a"u8, Start + 67 * 60_000));
    }

    [Fact]
    public void Another_id_is_another_id()
    {
        var ids = new SeenIds(Horizon);
        ids.Repeats("a"u8, Start);

        Assert.False(ids.Repeats("A"u8, Start));
        Assert.Equal(2, ids.Count);
    }

    [Fact]
    public void Every_id_is_found_again_however_many_there_are()
    {
        var ids = new SeenIds(Horizon);

        for (var i = 0; i < 20_000; i++) Assert.False(Repeats(ids, i, Start + i));
        for (var i = 0; i < 20_000; i++) Assert.True(Repeats(ids, i, Start + 20_000));
        Assert.Equal(20_000, ids.Count);
    }

    [Fact]
    public void An_id_stays_until_the_newest_receive_time_is_67_minutes_past_it()
    {
        var ids = new SeenIds(Horizon);
        ids.Repeats("a"u8, Start);

        for (var i = 0; i < 20_000; i++) Repeats(ids, i, Start + 67 * 60_000 - 1);

        // Received by a relay whose clock is a minute behind the newest.
        Assert.True(ids.Repeats("a"u8, Start + 66 * 60_000));
    }

    [Fact]
    public void Ids_leave_memory_when_the_newest_receive_time_is_67_minutes_past_them()
    {
        var ids = new SeenIds(Horizon);

        for (var i = 0; i < 1_000; i++) Repeats(ids, i, Start);
        for (var i = 1_000; i < 3_000; i++) Repeats(ids, i, Start + 67 * 60_000);

        Assert.Equal(2_000, ids.Count);
    }

    [Fact]
    public void Memory_stays_small_under_a_long_stream()
    {
        var ids = new SeenIds(Horizon);
        var most = 0;

        // Two days, an id a second.
        for (var second = 0; second < 172_800; second++)
        {
            Repeats(ids, second, Start + second * 1000L);
            most = Math.Max(most, ids.Count);
        }

        Assert.InRange(most, 67 * 60, 3 * 67 * 60);
    }

    [Fact]
    public void A_repeat_costs_no_memory()
    {
        var ids = new SeenIds(Horizon);
        for (var i = 0; i < 100; i++) Repeats(ids, i, Start);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) Repeats(ids, i, Start + i);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static bool Repeats(SeenIds ids, int id, long receiveTime)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, id);
        return ids.Repeats(bytes, receiveTime);
    }
}
