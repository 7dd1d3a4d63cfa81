using System.Text;

namespace EdmContracts.Tests;

public class KeyedTests
{
    [Fact]
    public void Each_key_has_its_own_value_in_the_order_in_which_they_came()
    {
        var counts = new Keyed<int>(most: 1_000);

        for (var n = 0; n < 3_000; n++) counts[Key(n % 1_000)] += n % 1_000;

        Assert.Equal(1_000, counts.Count);
        for (var n = 0; n < 1_000; n++)
            Assert.Equal((n, $"key {n}", 3 * n), (counts.IndexOf(Key(n)), Encoding.ASCII.GetString(counts.KeyAt(n)), counts.At(n)));
        Assert.Null(counts.Of("key 1000"u8));
    }

    [Fact]
    public void Keys_beyond_the_most_share_one_value_and_what_is_cleared_begins_anew()
    {
        var counts = new Keyed<int>(most: 2);
        for (var n = 0; n < 5; n++) counts[Key(n)]++;
        Assert.Equal((1, 1, 3), (counts.Of(Key(0)), counts.Of(Key(1)), counts.Of(KeyText.Other)));
        Assert.False(counts.IsOwn(Key(4)));

        counts.Clear();

        Assert.Equal((0, 0), (counts.Count, counts[Key(4)]));
        Assert.True(counts.IsOwn(Key(4)));
    }

    private static byte[] Key(int n) => Encoding.ASCII.GetBytes($"key {n}");
}
