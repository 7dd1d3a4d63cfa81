namespace EdmStream.Push;

/// <summary>The newest moment, for any number of dashboards.</summary>
internal sealed class LiveFeed : Newest<Moment>;
