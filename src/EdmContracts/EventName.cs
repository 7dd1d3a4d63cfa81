namespace EdmContracts;

/// <summary>The rule for names of types: 1 to 64 of a-z 0-9 _.</summary>
public static class EventName
{
    private static readonly System.Buffers.SearchValues<byte> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_"u8);

    public static bool IsValid(ReadOnlySpan<byte> name) =>
        name.Length is >= 1 and <= 64 && !name.ContainsAnyExcept(Allowed);
}
