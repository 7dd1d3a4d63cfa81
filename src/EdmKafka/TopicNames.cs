using EdmContracts;

namespace EdmKafka;

/// <summary>Logical names to names on the cluster, and back.</summary>
public sealed class TopicNames(string prefix)
{
    private readonly Dictionary<string, string> _logical = Topics.All.ToDictionary(t => prefix + t);

    public string OnCluster(string name) => prefix + name;

    /// <summary>The logical name of one of our topics, always the same string object.</summary>
    public string Logical(string onCluster) => _logical[onCluster];
}
