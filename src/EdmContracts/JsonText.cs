using System.Text.Json;

namespace EdmContracts;

/// <summary>The text under a reader, as a slice of the JSON that it reads.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string or number, without quotes and escapes; allocates only where there are escapes.</summary>
    /// <returns>False for other kinds, and for half of an escaped surrogate pair: well-formed JSON, but no text.</returns>
    public static bool TryRead(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json, out ReadOnlySpan<byte> text)
    {
        var token = json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
        text = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                text = token;
                return true;
            case JsonTokenType.String when !reader.ValueIsEscaped:
                text = token[1..^1];
                return true;
            case JsonTokenType.String:
                var buffer = new byte[token.Length];
                try
                {
                    text = buffer.AsSpan(0, reader.CopyString(buffer));
                    return true;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }

            default:
                return false;
        }
    }

    /// <summary>
    /// Whether the name under the reader may be compared with an ASCII one: the reader throws on half of an escaped
    /// surrogate pair, and no such name has any.
    /// </summary>
    public static bool IsComparable(scoped ref Utf8JsonReader reader) =>
        !reader.ValueIsEscaped || reader.ValueSpan.IndexOf("\\ud"u8) < 0 && reader.ValueSpan.IndexOf("\\uD"u8) < 0;
}
