namespace EdmStream.Push;

/// <summary>The newest moment, for any number of dashboards.</summary>
internal sealed class LiveFeed : Newest<Moment>
{
    /// <summary>The moment whose way to a dashboard is followed.</summary>
    public FollowedMoment Followed { get; } = new();
}
