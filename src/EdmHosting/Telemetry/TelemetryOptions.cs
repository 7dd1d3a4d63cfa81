namespace EdmHosting.Telemetry;

/// <summary>Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The share of the traces that begin here which are followed, from 0 to 1; those that come with a request are followed when they say so.</summary>
    public double SampleRatio { get; init; } = 0.01;

    internal IEnumerable<string> Check()
    {
        if (SampleRatio is not (>= 0 and <= 1)) yield return "SampleRatio: 0 for none of the traces, to 1 for all.";
    }
}
