using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Sees to it at start that the input topics are there, and those that the program needs beside them: makes the missing ones where it may, otherwise waits and says
/// which is missing. The input topics must have the same number of partitions: a program that finds them otherwise stops.
/// </summary>
public sealed partial class TopicSetup(
    ClientConfigs configs, KafkaSettings settings, TopicNames names, ClientLog clientLog, BrokerWatch brokers,
    IEnumerable<NeededTopic> needed, IHostApplicationLifetime program, TimeProvider time, ILogger<TopicSetup> log)
    : BackgroundService
{
    /// <summary>What the input topics are made with.</summary>
    public const int Partitions = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is missing, in words for a person; null when the topics are there.</summary>
    public string? Missing { get; private set; } = "the topics have not been looked up yet";

    /// <summary>Ends when the topics are there.</summary>
    public Task Ready => _ready.Task;

    /// <summary>How many partitions each input topic has; zero before that is known.</summary>
    public int PartitionCount { get; private set; }

    /// <summary>Ends when the topics are there. Until then it beats, so that who looks is told that the brokers are silent, or a topic is missing.</summary>
    internal async Task ReadyAsync(Action beat, CancellationToken stopping)
    {
        while (!Ready.IsCompleted)
        {
            beat();
            await Task.WhenAny(Ready, Task.Delay(ReaderBeat.Pause, time, stopping));
            stopping.ThrowIfCancellationRequested();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var admin = new AdminClientBuilder(configs.Admin()).LogTo(clientLog).Build();
        await brokers.FirstAnswer.WaitAsync(stoppingToken);
        while (!await LookAsync(admin)) await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
        if (settings.Options.BrokerTimes) await TopicSettings.CompareAsync(admin, needed, names, log);
    }

    private async Task<bool> LookAsync(IAdminClient admin)
    {
        try
        {
            var found = Topics.Input.Select(topic => (Topic: topic, Partitions: CountPartitions(admin, topic))).ToList();

            // Sisters that are there already say how many partitions the others get.
            var partitions = found.Max(f => f.Partitions) is > 0 and var count ? count : Partitions;
            List<NeededTopic> missing =
            [
                .. found.Where(f => f.Partitions == 0).Select(f => TopicSettings.Input(f.Topic, partitions)),
                .. needed.Where(n => CountPartitions(admin, n.Name) == 0),
            ];
            if (missing.Count > 0 && settings.CreateTopics)
            {
                await CreateAsync(admin, missing);
                return false;
            }

            if (missing.Count > 0)
            {
                Say($"these topics are missing: {string.Join(", ", missing.Select(m => names.OnCluster(m.Name)))}. Create them, the input topics with the same number of partitions, or set Kafka:CreateTopics=true");
                return false;
            }

            if (found.Select(f => f.Partitions).Distinct().Count() > 1)
            {
                Say($"the input topics have different numbers of partitions: {string.Join(", ", found.Select(f => $"{names.OnCluster(f.Topic)} has {f.Partitions}"))}. One visitor's events would be spread over several readers: create them anew with the same number");
                Environment.ExitCode = 1;
                program.StopApplication();
                return false;
            }

            Missing = null;
            PartitionCount = partitions;
            _ready.TrySetResult();
            return true;
        }
        catch (KafkaException e)
        {
            Say($"the topics could not be looked up or created: {Reason(e)}");
            return false;
        }
    }

    private int CountPartitions(IAdminClient admin, string topic) =>
        admin.GetMetadata(names.OnCluster(topic), Patience).Topics.Single().Partitions.Count;

    private async Task CreateAsync(IAdminClient admin, List<NeededTopic> missing)
    {
        var brokerCount = admin.GetMetadata(names.OnCluster(Topics.Click), Patience).Brokers.Count;
        var specifications = missing.ConvertAll(topic => TopicSettings.Specify(topic, names, brokerCount));
        try
        {
            await admin.CreateTopicsAsync(specifications, new CreateTopicsOptions { RequestTimeout = Patience });
            TopicsCreated(specifications.Select(InWords));
        }
        catch (CreateTopicsException e) when (Only(e, ErrorCode.TopicAlreadyExists))
        {
            // Another service was quicker.
        }
        catch (CreateTopicsException e) when (Only(e, ErrorCode.InvalidConfig, ErrorCode.PolicyViolation, ErrorCode.TopicAlreadyExists))
        {
            // A platform that lets no such setting be made: the topic matters more, and what differs is named afterwards.
            specifications.ForEach(s => s.Configs = null);
            await admin.CreateTopicsAsync(specifications, new CreateTopicsOptions { RequestTimeout = Patience });
            TopicsCreated(specifications.Select(InWords));
        }
    }

    private static string InWords(TopicSpecification topic) => $"{topic.Name} ({topic.NumPartitions} partitions)";

    private static bool Only(CreateTopicsException e, params ErrorCode[] codes) =>
        e.Results.All(r => !r.Error.IsError || codes.Contains(r.Error.Code));

    private static string Reason(KafkaException e) =>
        e is CreateTopicsException { Results: var results }
            ? string.Join("; ", results.Where(r => r.Error.IsError).Select(r => $"{r.Topic}: {r.Error.Reason}"))
            : e.Error.Reason;

    private void Say(string missing)
    {
        if (missing == Missing) return;
        Missing = missing;
        TopicsMissing(missing);
    }

    [LoggerMessage(LogLevel.Information, "Created the topics {Topics}")]
    private partial void TopicsCreated(IEnumerable<string> topics);

    [LoggerMessage(LogLevel.Warning, "Kafka is not ready: {Missing}")]
    private partial void TopicsMissing(string missing);
}
