namespace EdmTesting;

/// <summary>One Kafka node: its folder, and the process that runs on it, if any. <see cref="KafkaCluster"/> alone touches it.</summary>
internal sealed class KafkaNode(int number, string home, string folder)
{
    private const string Storage = "bin/kafka-storage.sh", Server = "bin/kafka-server-start.sh";

    // Far beyond what a start or a stop takes, for machines with much else to do.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90), StopPatience = TimeSpan.FromSeconds(30);

    private WatchedProcess? _process;

    /// <summary>All that is used of a distribution.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [Storage, Server];

    public bool Runs => _process is { End.IsCompleted: false };

    public string DataFolder => Path.Combine(folder, "data");

    private string Settings => Path.Combine(folder, "server.properties");

    /// <summary>Writes the settings and prepares the data folder.</summary>
    /// <param name="extra">Further arguments of the storage script.</param>
    public async Task FormatAsync(string settings, string clusterId, IEnumerable<string> extra, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Settings, settings, cancellationToken);
        _process = new WatchedProcess([Path.Combine(home, Storage), "format", "-t", clusterId, "-c", Settings, .. extra], Surroundings);
        await AwaitAsync(_process.End, StartPatience, "was not formatted", cancellationToken);
        if (await _process.End != 0) throw Failure("could not be formatted");
    }

    /// <summary>Ends when it serves clients.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Runs) throw new InvalidOperationException($"Node {number} runs already.");
        _process = new WatchedProcess([Path.Combine(home, Server), Settings], Surroundings, readyLine: "Kafka Server started");
        await AwaitAsync(Task.WhenAny(_process.Ready, _process.End), StartPatience, "was not ready", cancellationToken);
        if (!_process.Ready.IsCompleted) throw Failure($"ended at its start with exit code {await _process.End}");
    }

    /// <summary>Asks it to stop in order, and ends when it has.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Signal("TERM");
        await AwaitAsync(_process!.End, StopPatience, "did not stop", cancellationToken);
    }

    public void Signal(string name)
    {
        if (!Runs) throw new InvalidOperationException($"Node {number} does not run.");
        _process!.Signal(name);
    }

    /// <summary>Ends it at once, running, paused or ended already.</summary>
    public async Task KillAsync()
    {
        if (!Runs) return;
        _process!.Kill();
        await _process.End;
    }

    private async Task AwaitAsync(Task task, TimeSpan patience, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Failure($"{otherwise} within {patience.TotalSeconds:0} s");
        }
    }

    private NodeFailedException Failure(string what) => new($"Kafka node {number} {what}", _process!.Printed);

    // The developer's own settings for Kafka stay out; quick to start counts for more than quick to serve.
    private void Surroundings(IDictionary<string, string?> variables)
    {
        var theirs = variables.Keys.Where(name => name.StartsWith("KAFKA_", StringComparison.Ordinal) || name == "JMX_PORT");
        foreach (var name in theirs.ToList()) variables.Remove(name);
        variables["KAFKA_HEAP_OPTS"] = "-Xms256m -Xmx384m";
        variables["KAFKA_JVM_PERFORMANCE_OPTS"] = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData";
        variables["LOG_DIR"] = Path.Combine(folder, "log");
    }
}
