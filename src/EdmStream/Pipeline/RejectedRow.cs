using System.Globalization;
using System.Text;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Pipeline;

/// <summary>A record that could not be read.</summary>
/// <param name="Reason">What is wrong with it, in words for a person.</param>
/// <param name="Topic">Where it came from.</param>
/// <param name="Partition">Where it came from.</param>
/// <param name="Offset">Where it came from.</param>
/// <param name="Time">The receive time it came with: milliseconds since 1970.</param>
/// <param name="Text">Its beginning as text; what is no UTF-8 in it is replaced.</param>
public sealed record RejectedRow(string Reason, string Topic, int Partition, long Offset, long Time, string Text)
{
    private const int LongestText = 200, MostBytesOfACharacter = 3;

    /// <summary>By the headers it was written with; where one is missing, the record's own place and time stand.</summary>
    internal static RejectedRow Of(WrittenRecord record) => new(
        Header(record, "reason") ?? "no reason given",
        Header(record, "topic") ?? Topics.Rejected,
        (int)(Number(record, "partition") ?? 0),
        Number(record, "offset") ?? record.Offset,
        Number(record, "time") ?? record.Time,
        Beginning(record.Value));

    private static string? Header(WrittenRecord record, string name) =>
        record.Headers.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    private static long? Number(WrittenRecord record, string name) =>
        long.TryParse(Header(record, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Beginning(byte[] value)
    {
        // One character more than is shown may be cut in two.
        var text = Encoding.UTF8.GetString(value.AsSpan(0, Math.Min(value.Length, MostBytesOfACharacter * (LongestText + 2))));
        if (text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
