using Confluent.Kafka;

namespace EdmKafka;

/// <summary>
/// Questions that a group's coordinator answers, asked through a client of their own. librdkafka may forget one that it could not
/// send at once, and ends the process when one has timed out and the coordinator comes back afterwards (its issues 3663 and 4605).
/// So it is told to wait for longer than anybody does, and the client whose answer did not come in time is disposed of: the next
/// question is asked through a new one. Any thread may ask.
/// </summary>
internal sealed class CoordinatorQuestions(ClientConfigs configs, ClientLog clientLog, TimeSpan patience, TimeProvider time) : IAsyncDisposable
{
    /// <summary>What the library is told to wait; it takes no more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private Client? _client;
    private Task _disposals = Task.CompletedTask;
    private bool _isOver;

    /// <param name="ask">Asks, with <see cref="Longest"/> for its time.</param>
    /// <exception cref="KafkaException">The brokers did not answer in time, or nobody is to be asked any more.</exception>
    public async Task<T> AskAsync<T>(Func<IAdminClient, Task<T>> ask)
    {
        Client client;
        Task<T> answer;
        lock (_gate)
        {
            if (_isOver) throw new KafkaException(ErrorCode.Local_Destroy);
            client = _client ??= new Client(configs, clientLog);
            answer = ask(client.Admin);
        }

        try
        {
            return await answer.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            lock (_gate) GiveUp(client);
            throw new KafkaException(ErrorCode.Local_TimedOut);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_client is { } last) GiveUp(last);
        }

        await _disposals;
    }

    // Disposing waits for the client's threads. Two questions may have been asked through one client.
    private void GiveUp(Client client)
    {
        if (client != _client) return;
        _client = null;
        _disposals = Task.WhenAll(_disposals, Task.Run(client.Dispose));
    }

    /// <summary>
    /// A consumer's client that joins no group: librdkafka ends the process when one of any other kind asks for a group's
    /// positions and the broker no longer, or not yet, coordinates that group (its issue 5040).
    /// </summary>
    private sealed class Client : IDisposable
    {
        private readonly IConsumer<byte[], byte[]> _consumer;

        public Client(ClientConfigs configs, ClientLog clientLog)
        {
            _consumer = new ConsumerBuilder<byte[], byte[]>(configs.Stretches()).LogTo(clientLog).Build();
            Admin = new DependentAdminClientBuilder(_consumer.Handle).Build();
        }

        public IAdminClient Admin { get; }

        public void Dispose()
        {
            Admin.Dispose();
            _consumer.Close();
            _consumer.Dispose();
        }
    }
}
