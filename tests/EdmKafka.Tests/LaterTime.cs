namespace EdmKafka.Tests;

/// <summary>Runs as time does, so much later.</summary>
internal sealed class LaterTime : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Later.TotalSeconds * TimestampFrequency);
}
