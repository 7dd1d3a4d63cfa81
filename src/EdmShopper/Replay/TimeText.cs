using System.Globalization;
using System.Text;

namespace EdmShopper.Replay;

/// <summary>Times as click logs write them: milliseconds or seconds since 1970, or ISO 8601 (without a zone: UTC).</summary>
internal static class TimeText
{
    /// <summary>The end of the year 9999, the latest that a record may name.</summary>
    private const long Latest = 253_402_300_799_999;

    // As seconds the year 5138, as milliseconds March 1973: no log has either.
    private const decimal SecondsBelow = 100_000_000_000m;

    /// <param name="text">The time.</param>
    /// <param name="milliseconds">The same in milliseconds since 1970, UTC.</param>
    /// <returns>Whether it is a time of 1970 to 9999.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out long milliseconds)
    {
        text = text.Trim();
        milliseconds = -1;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            milliseconds = number < SecondsBelow ? (long)(number * 1000) : number <= Latest ? (long)number : -1;
        else if (IsDateFirst(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            milliseconds = time.ToUnixTimeMilliseconds();
        return milliseconds is >= 0 and <= Latest;
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{char}, out long)"/>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out long milliseconds)
    {
        milliseconds = -1;
        if (utf8.Length > 64) return false;
        Span<char> text = stackalloc char[64];
        return TryRead(text[..Encoding.UTF8.GetChars(utf8, text)], out milliseconds);
    }

    // Year, month, day: what else the platform reads, such as 3/4/2025, means two days.
    private static bool IsDateFirst(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]);
}
