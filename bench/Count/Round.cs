namespace Count;

/// <summary>What one node's reading of the log showed.</summary>
/// <param name="Elapsed">From the assignment of the partitions until the log was read.</param>
/// <param name="Cpu">CPU time of its process meanwhile.</param>
/// <param name="CpuBefore">And before: the runtime's start, the web server's.</param>
/// <param name="PeakMemory">The most memory that it held until then, in bytes.</param>
internal sealed record Round(TimeSpan Elapsed, TimeSpan Cpu, TimeSpan CpuBefore, long PeakMemory);
