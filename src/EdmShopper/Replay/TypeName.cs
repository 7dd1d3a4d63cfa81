using System.Buffers;
using System.Text;

namespace EdmShopper.Replay;

/// <summary>What the name of a type must look like for the relay to take it.</summary>
internal static class TypeName
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <returns>The reason, for a person; null when the name is one.</returns>
    public static string? WhatIsWrong(ReadOnlySpan<byte> type) =>
        type.IsEmpty ? "no type" :
        type.Length > 64 || type.ContainsAnyExcept(Allowed) ? $"type '{Encoding.UTF8.GetString(type)}' is not a name (1 to 64 of a-z 0-9 _)" :
        null;
}
