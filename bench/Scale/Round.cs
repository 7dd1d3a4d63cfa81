namespace Scale;

/// <summary>What the reading of the log by a group of nodes took.</summary>
/// <param name="Elapsed">From the first node's assignment until every node showed all.</param>
/// <param name="Cpu">CPU time of all their processes meanwhile.</param>
internal sealed record Round(TimeSpan Elapsed, TimeSpan Cpu);
