namespace EdmContracts;

/// <summary>The groups' names where nothing else is said. On a cluster a group carries the configured prefix as well.</summary>
public static class ConsumerGroups
{
    /// <summary>Counts the live figures.</summary>
    public const string Live = "edm-consumer-group-1";

    /// <summary>Counts history.</summary>
    public const string History = "edm-consumer-group-2";
}
