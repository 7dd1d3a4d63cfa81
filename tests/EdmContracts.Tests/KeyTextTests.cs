using System.Text;

namespace EdmContracts.Tests;

public class KeyTextTests
{
    [Theory]
    [InlineData("", 1, "")]
    [InlineData("é", 64, "")]
    [InlineData("x", 128, "")]
    [InlineData("é", 64, "more")]
    [InlineData("€", 42, "€")]
    [InlineData("😀", 31, "abc😀")]
    public void A_key_is_at_most_128_bytes_and_never_half_a_letter(string letter, int times, string rest)
    {
        var whole = string.Concat(Enumerable.Repeat(letter, times));
        var key = KeyText.Of(Encoding.UTF8.GetBytes(whole + rest));

        Assert.StartsWith(whole, key, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', key);
        Assert.InRange(Encoding.UTF8.GetByteCount(key), 0, KeyText.LongestInBytes);
    }
}
