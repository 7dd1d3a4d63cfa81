using System.Text.Json;
using Confluent.Kafka;
using EdmContracts.Live;

namespace Examples;

/// <summary>How many carts are active, from topic <c>edm-live</c> alone: another service that follows the shop.</summary>
public static class ActiveCarts
{
    /// <summary>The number after each word of the stream nodes.</summary>
    /// <param name="bootstrapServers">The cluster.</param>
    /// <param name="topic">Its name there: the prefix, and <c>edm-live</c>.</param>
    /// <param name="stop">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<int> Watch(string bootstrapServers, string topic, CancellationToken stop)
    {
        using var consumer = new ConsumerBuilder<string, string?>(new ConsumerConfig { BootstrapServers = bootstrapServers, GroupId = "active-carts" }).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, Offset.Beginning));
        var heads = new Dictionary<string, Head>();
        while (consumer.Consume(stop).Message is { } word)
        {
            if (word.Key.Contains('/', StringComparison.Ordinal)) continue; // A slice: what happened in five seconds.
            if (word.Value is null) heads.Remove(word.Key);
            else if (JsonSerializer.Deserialize<Head>(word.Value, JsonSerializerOptions.Web) is { } head && WordOrder.IsNewer(head.UpTo, heads.GetValueOrDefault(word.Key)?.UpTo)) heads[word.Key] = head;
            var tenMinutesAgo = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 5_000) - 120;
            yield return heads.Values.Sum(head => head.Visitors.Carts.After(tenMinutesAgo));
        }
    }
}
