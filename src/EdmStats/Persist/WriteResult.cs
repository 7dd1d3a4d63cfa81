namespace EdmStats.Persist;

/// <summary>What became of a transaction.</summary>
internal enum WriteResult
{
    /// <summary>The tables have it.</summary>
    Written,

    /// <summary>It is certain that they have nothing of it: the same batch may be tried again.</summary>
    NotWritten,

    /// <summary>They may have it or not, or stand elsewhere than was thought: only they can say where to go on.</summary>
    Unknown,
}
