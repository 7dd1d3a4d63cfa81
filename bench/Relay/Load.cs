namespace Relay;

/// <summary>How a relay is called.</summary>
/// <param name="Name">In words.</param>
/// <param name="Connections">Each posts one body after the other.</param>
/// <param name="EventsPerRequest">1 posts a lone object, more an array.</param>
/// <param name="Limit">What ours may cost, as a share of what the obvious one costs.</param>
internal sealed record Load(string Name, int Connections, int EventsPerRequest, double Limit);
