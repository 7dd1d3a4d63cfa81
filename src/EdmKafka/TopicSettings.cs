using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>The topics' settings: what they are made with, and where an existing topic differs from it.</summary>
internal static partial class TopicSettings
{
    /// <summary>A relay whose clock is ahead by more than this is refused by the broker.</summary>
    private static readonly TimeSpan ClockAhead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static NeededTopic Input(string name, int partitions) => new(name, partitions, Kept);

    public static TopicSpecification Specify(NeededTopic topic, TopicNames names, int brokers) => new()
    {
        Name = names.OnCluster(topic.Name),
        NumPartitions = topic.Partitions,
        ReplicationFactor = (short)Math.Min(brokers, 3),
        Configs = Wanted(topic, brokers),
    };

    /// <summary>Names in the log each setting of an existing topic that is not as it would be made. A platform may not let it be set.</summary>
    public static async Task CompareAsync(IAdminClient admin, IEnumerable<NeededTopic> needed, TopicNames names, ILogger log)
    {
        try
        {
            var brokers = admin.GetMetadata(names.OnCluster(Topics.Click), TimeSpan.FromSeconds(10)).Brokers.Count;
            var topics = Topics.Input.Select(t => Input(t, partitions: 0)).Concat(needed).ToDictionary(t => names.OnCluster(t.Name));
            var resources = topics.Keys.Select(t => new ConfigResource { Type = ResourceType.Topic, Name = t });
            foreach (var topic in await admin.DescribeConfigsAsync(resources, new DescribeConfigsOptions { RequestTimeout = TimeSpan.FromSeconds(10) }))
            {
                var name = topic.ConfigResource.Name;
                string Found(string key) => topic.Entries.GetValueOrDefault(key)?.Value ?? "nothing";
                ReplicasRequired(log, name, Found("min.insync.replicas"), brokers);
                foreach (var (key, wanted) in Wanted(topics[name], brokers))
                    if (Found(key) is var found && found != wanted) SettingDiffers(log, name, key, found, wanted);
            }
        }
        catch (KafkaException e)
        {
            SettingsUnknown(log, e.Error.Reason);
        }
    }

    private static Dictionary<string, string> Wanted(NeededTopic topic, int brokers)
    {
        var wanted = new Dictionary<string, string>
        {
            ["retention.ms"] = Milliseconds(topic.Kept),
            ["min.insync.replicas"] = brokers >= 3 ? "2" : "1",
        };
        foreach (var (key, value) in topic.Settings) wanted[key] = value;
        if (Topics.Input.Contains(topic.Name)) wanted["message.timestamp.after.max.ms"] = Milliseconds(ClockAhead);
        return wanted;
    }

    private static string Milliseconds(TimeSpan span) => ((long)span.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "Topic {Topic} has {Setting}={Found} where {Wanted} is meant")]
    private static partial void SettingDiffers(ILogger log, string topic, string setting, string found, string wanted);

    [LoggerMessage(LogLevel.Information, "Topic {Topic} has min.insync.replicas={Replicas}, on {Brokers} brokers: so many replicas stand behind an acknowledgement")]
    private static partial void ReplicasRequired(ILogger log, string topic, string replicas, int brokers);

    [LoggerMessage(LogLevel.Warning, "The topics' settings could not be read: {Reason}")]
    private static partial void SettingsUnknown(ILogger log, string reason);
}
