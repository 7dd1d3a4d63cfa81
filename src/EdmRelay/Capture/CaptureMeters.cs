using System.Diagnostics.Metrics;
using EdmHosting.Telemetry;

namespace EdmRelay.Capture;

/// <summary>The metrics of what is refused at the door; what is taken, and how fast, others tell. Any thread may count.</summary>
internal sealed class CaptureMeters
{
    private long _rejected;

    public CaptureMeters(IMeterFactory meters) => meters.Create(Instruments.Name, Instruments.Meter.Version).CreateObservableCounter(
        "edm.rejected", () => Interlocked.Read(ref _rejected), "{event}", "Events that the relay did not take: their bodies' answers say why.");

    public void Rejected(int events) => Interlocked.Add(ref _rejected, events);
}
