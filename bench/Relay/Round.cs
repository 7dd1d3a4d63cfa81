namespace Relay;

/// <summary>What one round of a load showed.</summary>
/// <param name="Cpu">CPU-seconds of the relay's process per million acknowledged events.</param>
/// <param name="Bytes">Allocated by it per acknowledged event.</param>
/// <param name="Rate">Acknowledged events a second.</param>
/// <param name="Median">The median of the answers, in milliseconds.</param>
/// <param name="P99">Their 99th percentile, in milliseconds.</param>
internal sealed record Round(double Cpu, double Bytes, double Rate, double Median, double P99);
