using System.Text;

namespace EdmContracts;

/// <summary>Text of an event as a key of counts or a word on a screen: at most 128 bytes of it, never half a letter.</summary>
public static class KeyText
{
    public const int LongestInBytes = 128;

    /// <summary>What stands for all keys that have no value of their own.</summary>
    public static ReadOnlySpan<byte> Other => "(other)"u8;

    /// <param name="utf8">Valid UTF-8.</param>
    public static string Of(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(Cut(utf8));

    /// <param name="utf8">Valid UTF-8.</param>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= LongestInBytes) return utf8;
        var end = LongestInBytes;
        while (IsContinuation(utf8[end])) end--;
        return utf8[..end];
    }

    private static bool IsContinuation(byte b) => (b & 0b1100_0000) == 0b1000_0000;
}
