using System.Text;
using System.Text.Json;
using CsCheck;
using EdmRelay.Capture;

namespace EdmRelay.Tests.Capture;

public class EscapedTextTests
{
    private static readonly Gen<string> Piece = OneOf(
        "\\u0000", "\\u0001", "\\ud83d", "\\uDE00", "\\ude00", "\\uD83D\\uDE00", "\\\\", "\\\"", "\\n", "\\/", "u", "d", "8", "é", "😀", "\\\\u0000");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>What a text is, is told by the encoder that throws where it is none.</summary>
    [Fact]
    public void A_text_is_refused_just_when_it_cannot_be_encoded_or_holds_a_zero() =>
        Piece.Array[0, 12].Select(string.Concat).Sample(escaped =>
        {
            Assert.Equal(IsText(escaped), EscapedText.Reject(Encoding.UTF8.GetBytes(escaped)) is null);
        }, iter: 20_000);

    private static bool IsText(string escaped)
    {
        try
        {
            var text = JsonSerializer.Deserialize<string>($"\"{escaped}\"")!;
            return !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
