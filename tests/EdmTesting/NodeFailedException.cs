namespace EdmTesting;

/// <summary>A Kafka node did not do as it was told; the message ends with the last lines that it printed.</summary>
public sealed class NodeFailedException : Exception
{
    internal NodeFailedException(string what, IReadOnlyCollection<string> printed)
        : base($"{what}. It printed:\n{string.Join('\n', printed.TakeLast(40))}")
    {
        PortTaken = printed.Any(line => line.Contains("Address already in use", StringComparison.Ordinal));
    }

    /// <summary>Whether somebody else was quicker to listen on one of its ports.</summary>
    internal bool PortTaken { get; }
}
