using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EdmHosting.Telemetry;

/// <summary>
/// What spans are made by and what is counted with: one source and one meter a process, by one name. While nobody listens,
/// neither costs anything.
/// </summary>
public static class Instruments
{
    public const string Name = "EdmDemo";

    public static ActivitySource Spans { get; } = new(Name, HostingRegistration.Version);

    public static Meter Meter { get; } = new(Name, HostingRegistration.Version);
}
