using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace EdmRelay.Capture;

/// <summary>Looks into a JSON string that holds escapes: well-formed JSON can hold what is no text.</summary>
internal static class EscapedText
{
    /// <param name="text">Between the quotes, known to be well-formed JSON.</param>
    /// <returns>What is wrong with it; null when it is text that every reader and database can hold.</returns>
    public static string? Reject(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0 && at < text.Length; at = Next(text, at))
        {
            if (text[at + 1] != 'u') continue;
            var unit = Unit(text, at);
            if (unit == 0) return "holds the character U+0000";
            if (char.IsLowSurrogate(unit) || char.IsHighSurrogate(unit) && !IsFollowedByLow(text, at)) return "holds half of a surrogate pair";
        }

        return null;
    }

    /// <summary>The next escape: behind a pair, when this one begins a pair.</summary>
    private static int Next(ReadOnlySpan<byte> text, int at)
    {
        var end = at + (text[at + 1] != 'u' ? 2 : char.IsHighSurrogate(Unit(text, at)) ? 12 : 6);
        var next = text[end..].IndexOf((byte)'\\');
        return next < 0 ? -1 : end + next;
    }

    private static bool IsFollowedByLow(ReadOnlySpan<byte> text, int at) =>
        text.Length >= at + 12 && text[at + 6] == '\\' && text[at + 7] == 'u' && char.IsLowSurrogate(Unit(text, at + 6));

    private static char Unit(ReadOnlySpan<byte> text, int at) =>
        (char)(System.Buffers.Text.Utf8Parser.TryParse(text.Slice(at + 2, 4), out ushort unit, out _, 'x') ? unit : 0);
}
