using System.Security.Cryptography;
using Xunit;

namespace EdmTesting;

/// <summary>
/// One Kafka for all tests of a project, which leave its nodes alone and keep to topics and groups of their own. Started by
/// the first test that asks. Say <c>[assembly: AssemblyFixture(typeof(SharedKafka))]</c> and take it in a test's constructor.
/// </summary>
public sealed class SharedKafka : IAsyncDisposable
{
    private readonly Lazy<Task<KafkaCluster>> _cluster = new(() => KafkaCluster.StartAsync());

    /// <summary>The servers, <c>host:port</c> with commas. Skips the test where the machine has no Kafka.</summary>
    public async Task<string> BootstrapServersAsync() =>
        Need.Kafka().Servers ?? (await _cluster.Value.WaitAsync(TestContext.Current.CancellationToken)).BootstrapServers;

    /// <summary>A prefix for topics and groups that no other test has.</summary>
    public static string NewPrefix() => $"t{RandomNumberGenerator.GetHexString(10, lowercase: true)}.";

    public async ValueTask DisposeAsync()
    {
        if (!_cluster.IsValueCreated) return;
        if (await Task.WhenAny(_cluster.Value) is { IsCompletedSuccessfully: true, Result: var cluster }) await cluster.DisposeAsync();
    }
}
