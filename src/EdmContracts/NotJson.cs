using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EdmContracts;

/// <summary>What is wrong with bytes that should be JSON, in words for a person.</summary>
internal static class NotJson
{
    /// <summary>About bytes that are not UTF-8.</summary>
    public static string InWords(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return $"not UTF-8 at byte {at}";
    }

    /// <summary>About UTF-8 that the reader threw on.</summary>
    public static string InWords(JsonException e, ReadOnlySpan<byte> json) =>
        e.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "nested deeper than 64" :
        IsBeginning(json) ? $"not JSON: ends too early at byte {json.Length}" :
        $"not JSON: unexpected at line {e.LineNumber + 1}, byte {e.BytePositionInLine}";

    /// <summary>Whether more bytes could still make JSON of it: the reader's own words do not tell.</summary>
    private static bool IsBeginning(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
