using EdmContracts;

namespace EdmStream.Consume;

/// <summary>Section <c>Stream</c>.</summary>
public sealed class StreamOptions
{
    /// <summary>The consumer group, without the prefix.</summary>
    public string Group { get; init; } = ConsumerGroups.Live;

    internal IEnumerable<string> Check()
    {
        if (string.IsNullOrWhiteSpace(Group)) yield return "Group: a consumer group needs a name.";
    }
}
