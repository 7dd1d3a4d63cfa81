using Confluent.Kafka;
using EdmContracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Asks the brokers once a second whether they are there, says in the log when that changes, and knows since when it
/// is so. Anyone may read it, from any thread.
/// </summary>
public sealed partial class BrokerWatch(
    ClientConfigs configs, KafkaSettings settings, TopicNames names, ClientLog clientLog, TimeProvider time, ILogger<BrokerWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _firstAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile State _state = new(Answers: false, Since: time.GetUtcNow(), "they have not been asked yet");
    private volatile Error _lastError = new(ErrorCode.Local_TimedOut, "no answer");
    private ErrorCode _said = ErrorCode.NoError;

    /// <summary>Whether the brokers answer, since when that is so, and why not.</summary>
    public State Now => _state;

    /// <summary>Ends with the first answer of the brokers.</summary>
    public Task FirstAnswer => _firstAnswer.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        // The client's questions block their thread.
        Task.Factory.StartNew(() => Watch(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Watch(CancellationToken stopping)
    {
        using var client = new AdminClientBuilder(configs.Admin())
            .SetLogHandler((_, line) => clientLog.Line(line))
            .SetErrorHandler((_, error) =>
            {
                clientLog.Error(error);
                // "All brokers are down" follows the error that says why.
                if (error.Code != ErrorCode.Local_AllBrokersDown) _lastError = error;
            })
            .Build();

        var failures = 0;
        do
        {
            try
            {
                client.GetMetadata(names.OnCluster(Topics.Click), Patience);
                failures = 0;
                Answered();
            }
            catch (KafkaException)
            {
                // One of several brokers may be slow to be given up; twice in a row it is more than that.
                if (++failures >= 2 || !_state.Answers) Silent();
            }
        }
        while (!stopping.WaitHandle.WaitOne(Beat));
    }

    private void Answered()
    {
        if (_state.Answers) return;
        _state = new State(Answers: true, time.GetUtcNow(), null);
        _said = ErrorCode.NoError;
        _firstAnswer.TrySetResult();
        BrokersAnswered(settings);
    }

    private void Silent()
    {
        var (error, reason) = (_lastError, InWords(_lastError));
        _state = new State(Answers: false, _state.Answers ? time.GetUtcNow() : _state.Since, reason);

        // By its code: the words name one broker after the other.
        if (_said == error.Code) return;
        _said = error.Code;
        BrokersSilent(settings.Options.BootstrapServers, reason, settings.Source);
    }

    // librdkafka begins with the name of its thread, and ends with how long it took.
    private static string InWords(Error error)
    {
        var reason = error.Reason;
        var start = reason.LastIndexOf("]: ", StringComparison.Ordinal);
        if (start >= 0) reason = reason[(start + 3)..];
        var end = reason.IndexOf(" (after ", StringComparison.Ordinal);
        return end > 0 ? reason[..end] : reason;
    }

    /// <param name="Answers">Whether the brokers answer.</param>
    /// <param name="Since">Since when that is so.</param>
    /// <param name="Reason">Why they do not, in the client's words.</param>
    public sealed record State(bool Answers, DateTimeOffset Since, string? Reason);

    [LoggerMessage(LogLevel.Information, "The Kafka brokers answered: {Settings}")]
    private partial void BrokersAnswered(KafkaSettings settings);

    [LoggerMessage(LogLevel.Warning, "The Kafka brokers at {Servers} did not answer: {Reason}. Start them, or set {Source} to where they are; this goes on by itself")]
    private partial void BrokersSilent(string servers, string reason, string source);
}
