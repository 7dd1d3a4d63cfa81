namespace EdmShopper.Replay;

/// <summary>One part of <c>--map</c>: where a field of ours comes from, a column or the same text in every line.</summary>
internal readonly record struct MapEntry(string Our, string? Column, string? Constant)
{
    public override string ToString() => $"--map {Our}={Column ?? $"'{Constant}'"}";
}
