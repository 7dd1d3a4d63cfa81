namespace EdmKafka.Tests;

/// <summary>One node with TLS and SASL listeners, started by the first test that asks.</summary>
public sealed class SecureKafka : IAsyncDisposable
{
    private readonly Lazy<Task<KafkaCluster>> _cluster = new(() => KafkaCluster.StartAsync(secure: true));

    /// <summary>Skips the test where the machine has no Kafka.</summary>
    public Task<KafkaCluster> ClusterAsync() => _cluster.Value.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_cluster.IsValueCreated) return;
        if (await Task.WhenAny(_cluster.Value) is { IsCompletedSuccessfully: true, Result: var cluster }) await cluster.DisposeAsync();
    }
}
