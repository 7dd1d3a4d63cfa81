using System.Text;
using EdmContracts;

namespace EdmStats.Persist;

/// <summary>
/// A key of counts in one run of bytes: three for the currency, zeros where there is none, and then the key itself. Empty
/// where there is neither.
/// </summary>
internal static class CountKey
{
    public const int LongestInBytes = Currency.Length + KeyText.LongestInBytes;

    /// <param name="currency">Three bytes, or none.</param>
    /// <param name="key">At most as long as keys may be.</param>
    /// <param name="room">What the answer is written into.</param>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> currency, ReadOnlySpan<byte> key, Span<byte> room)
    {
        room[..Currency.Length].Clear();
        currency.CopyTo(room);
        key.CopyTo(room[Currency.Length..]);
        return room[..(Currency.Length + key.Length)];
    }

    public static (string Key, string Currency) InWords(ReadOnlySpan<byte> key) =>
        key.IsEmpty ? ("", "") : (Text(key[Currency.Length..]), key[0] == 0 ? "" : Encoding.ASCII.GetString(key[..Currency.Length]));

    /// <summary>As every database takes it: PostgreSQL's texts hold no U+0000.</summary>
    public static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8).Replace('\0', '\uFFFD');
}
