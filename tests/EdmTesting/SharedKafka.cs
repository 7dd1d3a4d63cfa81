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
    private readonly Lazy<Task<ContainedKafka>> _container = new(ContainedKafka.StartAsync);

    /// <summary>The servers, <c>host:port</c> with commas. Skips the test where the machine has no Kafka.</summary>
    public async Task<string> BootstrapServersAsync()
    {
        var place = Need.Kafka();
        var stop = TestContext.Current.CancellationToken;
        return
            place.Servers is not null ? place.Servers :
            place.Home is not null ? (await _cluster.Value.WaitAsync(stop)).BootstrapServers :
            (await _container.Value.WaitAsync(stop)).BootstrapServers;
    }

    /// <summary>A prefix for topics and groups that no other test has.</summary>
    public static string NewPrefix() => $"t{RandomNumberGenerator.GetHexString(10, lowercase: true)}.";

    public async ValueTask DisposeAsync()
    {
        await EndAsync(_cluster);
        await EndAsync(_container);
    }

    private static async Task EndAsync<T>(Lazy<Task<T>> started) where T : IAsyncDisposable
    {
        if (started.IsValueCreated && await Task.WhenAny(started.Value) is { IsCompletedSuccessfully: true, Result: var kafka }) await kafka.DisposeAsync();
    }
}
