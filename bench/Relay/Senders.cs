using HdrHistogram;

namespace Relay;

/// <summary>The connections of a load: each posts its next events as soon as the ones before were acknowledged.</summary>
internal sealed class Senders
{
    // Enough for each connection to post every type.
    private const int BodiesPerConnection = 8;

    private readonly Connection[] _connections;
    private readonly Load _load;
    private readonly TimeProvider _time;

    private Senders(Connection[] connections, Load load, TimeProvider time) => (_connections, _load, _time) = (connections, load, time);

    public static async Task<Senders> ConnectAsync(int port, Load load, TimeProvider time) =>
        new(await Task.WhenAll(Enumerable.Range(0, load.Connections).Select(_ => Connection.OpenAsync(port))), load, time);

    /// <summary>Posts for so long, waits for the last answers, and closes the connections.</summary>
    /// <returns>The events acknowledged, and how long the answers took, in microseconds.</returns>
    public async Task<(long Events, HistogramBase Answers)> RunAsync(TimeSpan length)
    {
        var start = _time.GetTimestamp();
        var runs = await Task.WhenAll(_connections.Select((connection, i) => Task.Run(() => SendAsync(connection, firstType: i, start, length))));
        var all = NewHistogram();
        foreach (var run in runs) all.Add(run);
        return (all.TotalCount * _load.EventsPerRequest, all);
    }

    private async Task<HistogramBase> SendAsync(Connection connection, int firstType, long start, TimeSpan length)
    {
        using var _ = connection;
        var answers = NewHistogram();
        var random = new Random();
        var bodies = Enumerable.Range(firstType, BodiesPerConnection).Select(n => new Request(n, _load.EventsPerRequest)).ToArray();
        for (var n = 0; _time.GetElapsedTime(start) < length; n++)
        {
            var request = bodies[n % bodies.Length];
            request.Renew(random, _time.GetUtcNow().ToUnixTimeMilliseconds());
            var sent = _time.GetTimestamp();
            await connection.PostAsync(request);
            answers.RecordValue((long)_time.GetElapsedTime(sent).TotalMicroseconds);
        }

        return answers;
    }

    private static LongHistogram NewHistogram() => new(TimeSpan.FromMinutes(1).Ticks / TimeSpan.TicksPerMicrosecond, numberOfSignificantValueDigits: 3);
}
