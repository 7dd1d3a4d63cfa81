namespace EdmShopper.Replay;

/// <summary>A line as it lies in the file.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Bytes">Without its line break.</param>
/// <param name="FileBytes">With it.</param>
internal readonly record struct FileLine(long Number, byte[] Bytes, int FileBytes)
{
    public bool IsBlank => Bytes.AsSpan().Trim(" \t"u8).IsEmpty;
}
