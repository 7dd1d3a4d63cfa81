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
    private const int MostBytesOfACharacter = 3;

    /// <summary>By the headers it was written with; where one is missing, the record's own place and time stand.</summary>
    /// <param name="record">Of <c>edm-rejected</c>.</param>
    /// <param name="longest">As many characters as its text has at most.</param>
    internal static RejectedRow Of(WrittenRecord record, int longest) => new(
        Header(record, "reason") ?? "no reason given",
        Header(record, "topic") ?? Topics.Rejected,
        (int)(Number(record, "partition") ?? 0),
        Number(record, "offset") ?? record.Offset,
        Number(record, "time") ?? record.Time,
        Beginning(record.Value, longest));

    private static string? Header(WrittenRecord record, string name) =>
        record.Headers.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    private static long? Number(WrittenRecord record, string name) =>
        long.TryParse(Header(record, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Beginning(byte[] value, int longest)
    {
        // One character more than is shown may be cut in two.
        var text = Encoding.UTF8.GetString(value.AsSpan(0, Math.Min(value.Length, MostBytesOfACharacter * (longest + 2))));
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
