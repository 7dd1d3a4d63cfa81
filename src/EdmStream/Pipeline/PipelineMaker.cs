using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Pipeline;

/// <summary>Puts a view together: what the brokers told, and what this node knows itself. Any thread may ask.</summary>
internal sealed class PipelineMaker(KafkaSettings kafka, LiveFeed feed, FrameStream frames, TimeProvider time)
{
    public PipelineView Make(ClusterView cluster)
    {
        var (now, moment) = (time.GetUtcNow().ToUnixTimeMilliseconds(), feed.Now);
        var assigned = moment?.Assigned;
        return new PipelineView(
            now, cluster.Cluster, kafka.Options.Prefix, moment?.State ?? "rebuilding", moment?.Rebuild, moment?.CountedTo,
            assigned?.CountingSince ?? now, assigned?.At, assigned?.Took,
            cluster.Topics, cluster.Groups, cluster.Live, cluster.Rejected, frames.Screens, moment?.Partitions ?? []);
    }
}
