namespace EdmStats.Query;

/// <summary>What a series has a point for.</summary>
internal enum SeriesStep
{
    Minute,
    Hour,
    Day,
}
