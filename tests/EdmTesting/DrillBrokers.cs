using Xunit;

namespace EdmTesting;

/// <summary>
/// One Kafka for drills that harm its nodes, one drill at a time, each with a prefix of its own. A drill that fails may leave nodes
/// behind that are killed or frozen: the next one gets the cluster whole, or another one.
/// </summary>
public abstract class DrillBrokers(int nodes) : IAsyncDisposable
{
    private KafkaCluster? _cluster;

    /// <summary>The cluster, all of its nodes running and in sync. Skips the test where the machine has no Kafka to start.</summary>
    public async Task<KafkaCluster> WholeAsync()
    {
        if (_cluster is not null && !await MendAsync(_cluster))
        {
            await _cluster.DisposeAsync();
            _cluster = null;
        }

        return _cluster ??= await KafkaCluster.StartAsync(nodes, cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<bool> MendAsync(KafkaCluster cluster)
    {
        try
        {
            cluster.ResumeAll();
            await cluster.StartAllAsync(TestContext.Current.CancellationToken);
            await cluster.WaitForFullIsrAsync();
            return true;
        }
        catch (Exception e) when (e is NodeFailedException or Xunit.Sdk.XunitException)
        {
            return false;
        }
    }
}

/// <summary>A cluster of three, of which one node may fail.</summary>
public sealed class ThreeDrillBrokers() : DrillBrokers(nodes: 3);

/// <summary>A single node, whose failure is the cluster's.</summary>
public sealed class OneDrillBroker() : DrillBrokers(nodes: 1);
