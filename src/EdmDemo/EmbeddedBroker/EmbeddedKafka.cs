using System.Runtime.InteropServices;
using EdmContracts;
using EdmKafka;
using EdmKafka.Native;

namespace EdmDemo.EmbeddedBroker;

/// <summary>
/// A Kafka broker inside this process: librdkafka's mock cluster. Clients reach it by its address like any other; it
/// keeps its log in memory, at most 5 MiB a partition, and forgets it at the end.
/// </summary>
public sealed class EmbeddedKafka : IDisposable
{
    private const int Producer = 0;

    private nint _client;
    private nint _cluster;

    static EmbeddedKafka() => NativeLibrary.SetDllImportResolver(typeof(EmbeddedKafka).Assembly, LibrdkafkaFile.Resolve);

    /// <exception cref="InvalidOperationException">The client library could not be started; the message says why.</exception>
    public EmbeddedKafka(string prefix = "")
    {
        Span<byte> error = stackalloc byte[512];
        var configuration = MockCluster.NewConfiguration();

        // The client that hosts the brokers connects to none itself, and would warn of it.
        MockCluster.Set(configuration, "log_level", "3", error, (nuint)error.Length);
        _client = MockCluster.NewClient(Producer, configuration, error, (nuint)error.Length);
        if (_client == 0) throw new InvalidOperationException($"The embedded broker did not start: {System.Text.Encoding.UTF8.GetString(error[..error.IndexOf((byte)0)])}");
        _cluster = MockCluster.New(_client, 1);
        MockCluster.SetRebalanceDelay(_cluster, 0);
        foreach (var topic in Topics.Input) MockCluster.CreateTopic(_cluster, prefix + topic, TopicSetup.Partitions, 1);
        foreach (var topic in new[] { Topics.Live, Topics.Rejected }) MockCluster.CreateTopic(_cluster, prefix + topic, 1, 1);
        BootstrapServers = Marshal.PtrToStringUTF8(MockCluster.Bootstraps(_cluster))!;
    }

    public string BootstrapServers { get; }

    /// <summary>For the library's functions that harm the cluster on purpose.</summary>
    internal nint Cluster => _cluster;

    public void Dispose()
    {
        if (_client == 0) return;
        MockCluster.Destroy(_cluster);
        MockCluster.DestroyClient(_client);
        _client = _cluster = 0;
    }
}
