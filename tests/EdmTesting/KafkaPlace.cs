namespace EdmTesting;

/// <summary>Where tests get their Kafka: at most one of the two is known; where neither is, it comes in a container.</summary>
/// <param name="Servers">Brokers that run already, <c>host:port</c> with commas.</param>
/// <param name="Home">The folder of a distribution, to start nodes from.</param>
public sealed record KafkaPlace(string? Servers, string? Home);
