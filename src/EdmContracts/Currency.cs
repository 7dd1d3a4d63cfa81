namespace EdmContracts;

/// <summary>An order's currency: three letters. Money is added up within one currency alone.</summary>
public static class Currency
{
    public const int Length = 3;

    /// <summary>Segment's: of an order that does not say.</summary>
    private static ReadOnlySpan<byte> Default => "USD"u8;

    /// <summary>Writes the currency in capitals.</summary>
    /// <param name="text">As the order has it; may be empty.</param>
    /// <param name="currency">Three bytes.</param>
    /// <returns>False when it is no currency.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> currency)
    {
        if (text.IsEmpty) text = Default;
        if (text.Length != Length) return false;
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiLetter((char)text[i])) return false;
            currency[i] = (byte)char.ToUpperInvariant((char)text[i]);
        }

        return true;
    }
}
