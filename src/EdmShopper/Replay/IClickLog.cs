namespace EdmShopper.Replay;

/// <summary>A recorded click log, read once from its begin to its end.</summary>
internal interface IClickLog : IDisposable
{
    /// <summary>What the user should know before anything is sent; empty when there is nothing.</summary>
    string Remark { get; }

    /// <summary>How many bytes of the file have been read.</summary>
    long Position { get; }

    /// <summary>Its lines, blank ones left out.</summary>
    IEnumerable<LogLine> Read();
}
