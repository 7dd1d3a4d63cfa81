namespace EdmWeb.Serve;

/// <summary>What the dashboard has to know of the shop before it asks for anything.</summary>
/// <param name="TimeZone">The IANA name of the zone that the shop's days are in.</param>
/// <param name="History">Whether anything here answers for history; where nothing does, nobody need ask.</param>
/// <param name="SignedIn">Whether the viewer was let in by the key, and not because everyone may look.</param>
internal sealed record DashboardSettings(string TimeZone, bool History, bool SignedIn);
