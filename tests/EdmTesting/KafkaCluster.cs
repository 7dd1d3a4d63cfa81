using System.Buffers.Text;
using System.Security.Cryptography;

namespace EdmTesting;

/// <summary>
/// A real Kafka of one or three nodes, each broker and controller in one, on ports and in a folder of its own. Nodes count
/// from 1. For one test at a time: tests that leave the nodes alone take <see cref="SharedKafka"/>.
/// </summary>
public sealed class KafkaCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-kafka-").FullName;
    private readonly NodePorts[] _ports;
    private readonly KafkaNode[] _nodes;
    private readonly Certificates? _certificates;

    private KafkaCluster(string home, int nodes, bool secure)
    {
        var free = FreePorts.Find(4 * nodes);
        _ports = [.. free.Chunk(4).Select(p => new NodePorts(p[0], p[1], p[2], p[3]))];
        _nodes = [.. Enumerable.Range(1, nodes).Select(n => new KafkaNode(n, home, Path.Combine(_folder, $"node-{n}")))];
        if (secure) _certificates = new Certificates();
    }

    /// <summary>The plaintext listeners, <c>host:port</c> with commas.</summary>
    public string BootstrapServers => Servers("127.0.0.1", ports => ports.Plaintext);

    /// <summary>The TLS listeners, which want a client's certificate; of a secure cluster only.</summary>
    public string TlsServers => Servers("localhost", ports => ports.Tls);

    /// <summary>The SASL_SSL listeners, which want SCRAM-SHA-512; of a secure cluster only.</summary>
    public string SaslServers => Servers("localhost", ports => ports.Sasl);

    public string SaslUsername { get; } = "edm";

    public string SaslPassword { get; } = RandomNumberGenerator.GetHexString(24);

    /// <summary>Of a secure cluster only.</summary>
    public Certificates Certificates =>
        _certificates ?? throw new InvalidOperationException("The cluster was not started as a secure one.");

    /// <summary>Skips the test where the machine has no Kafka to start.</summary>
    /// <param name="nodes">1 or 3.</param>
    /// <param name="secure">Whether there are TLS and SASL listeners too.</param>
    /// <exception cref="NodeFailedException">A node did not start.</exception>
    public static async Task<KafkaCluster> StartAsync(
        int nodes = 1, bool secure = false, CancellationToken cancellationToken = default)
    {
        var home = Need.KafkaHome();
        for (var triesLeft = 4; ; triesLeft--)
        {
            var cluster = new KafkaCluster(home, nodes, secure);
            try
            {
                await cluster.FormatAsync(cancellationToken);
                await cluster.StartAllAsync(cancellationToken);
                return cluster;
            }
            catch (Exception e)
            {
                await cluster.DisposeAsync();
                if (e is not NodeFailedException { PortTaken: true } || triesLeft == 0) throw;
            }
        }
    }

    /// <summary>Starts a node that was stopped or killed, on the same ports and data; ends when it serves clients.</summary>
    public Task StartNodeAsync(int node, CancellationToken cancellationToken = default) => Node(node).StartAsync(cancellationToken);

    /// <summary>Starts every node that does not run.</summary>
    public async Task StartAllAsync(CancellationToken cancellationToken = default)
    {
        // The first failure counts: the others may be waiting for the one that failed.
        var starts = _nodes.Where(node => !node.Runs).Select(node => node.StartAsync(cancellationToken));
        await foreach (var start in Task.WhenEach(starts)) await start;
    }

    /// <summary>Stops a node in order (SIGTERM): it hands its partitions over first.</summary>
    public Task StopNodeAsync(int node, CancellationToken cancellationToken = default) => Node(node).StopAsync(cancellationToken);

    /// <summary>Stops every node that runs, in order.</summary>
    public Task StopAllAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(_nodes.Where(node => node.Runs).Select(node => node.StopAsync(cancellationToken)));

    /// <summary>Ends a node at once (SIGKILL).</summary>
    public Task KillNodeAsync(int node) => Node(node).KillAsync();

    /// <summary>Freezes a node (SIGSTOP): its connections stay open, and nothing answers on them.</summary>
    public void PauseNode(int node) => Node(node).Signal("STOP");

    public void ResumeNode(int node) => Node(node).Signal("CONT");

    /// <summary>Lets every node go on that was frozen.</summary>
    public void ResumeAll()
    {
        foreach (var node in _nodes.Where(node => node.Runs)) node.Signal("CONT");
    }

    /// <summary>Ends when the partitions of these topics, of all when none is named, have a leader and all replicas in sync.</summary>
    public Task WaitForFullIsrAsync(params string[] topics) => ClusterTopics.WaitForFullIsrAsync(BootstrapServers, topics);

    /// <summary>The bytes of a topic's records as they lie in the nodes' folders: compressed, and once for each replica.</summary>
    public long BytesOf(string topic) => _nodes
        .SelectMany(node => Directory.GetDirectories(node.DataFolder, $"{topic}-?"))
        .SelectMany(partition => Directory.GetFiles(partition, "*.log"))
        .Sum(segment => new FileInfo(segment).Length);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Select(node => node.KillAsync()));
        Directory.Delete(_folder, recursive: true);
    }

    private KafkaNode Node(int number) => _nodes[number - 1];

    private string Servers(string host, Func<NodePorts, int> port) => string.Join(',', _ports.Select(ports => $"{host}:{port(ports)}"));

    private async Task FormatAsync(CancellationToken cancellationToken)
    {
        (string KeyStore, string TrustStore)? tls = null;
        string[] user = [];
        if (_certificates is not null)
        {
            tls = (Path.Combine(_folder, "broker.pem"), Path.Combine(_folder, "authority.pem"));
            await File.WriteAllTextAsync(tls.Value.KeyStore, _certificates.BrokerPem, cancellationToken);
            await File.WriteAllTextAsync(tls.Value.TrustStore, _certificates.AuthorityPem, cancellationToken);
            user = ["--add-scram", $"SCRAM-SHA-512=[name={SaslUsername},password={SaslPassword}]"];
        }

        var id = NewId();
        await Task.WhenAll(_nodes.Select((node, i) =>
            node.FormatAsync(NodeSettings.Text(i + 1, _ports, node.DataFolder, tls), id, user, cancellationToken)));
    }

    // Kafka's notation of an id. Never one that begins with a dash: the storage script would take it for an option.
    private static string NewId() => Base64Url.EncodeToString([0, .. RandomNumberGenerator.GetBytes(15)]);
}
