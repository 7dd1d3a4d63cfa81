using System.Globalization;
using System.Text.Json;
using Push;

namespace Scale;

/// <summary>How much is said on <c>edm-live</c>, by how much goes on in the shop, and how much of it stays.</summary>
internal static class LiveTopicSize
{
    private const string Topic = "edm-live";
    private const double KiloByte = 1e3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    /// <param name="rates">Events a second, written directly to Kafka.</param>
    /// <param name="length">How long each is measured; well below the five minutes in which no segment is closed, so that nothing is compacted.</param>
    /// <param name="rest">How long after the load has ended the size at rest is looked at.</param>
    /// <param name="time">The clock.</param>
    public static async Task MeasureAsync(IReadOnlyList<int> rates, TimeSpan length, TimeSpan rest, TimeProvider time)
    {
        Console.WriteLine($"{"events/s",10}{"counted/s",12}{"words/s",10}{"bytes/s",12}{"in the log",12}{"log, KB",11}{"newest, KB",12}{"at rest, KB",13}");
        foreach (var rate in rates)
        {
            // A cluster each: what one rate left behind is not compacted beside the next.
            await using var kafka = await KafkaCluster.StartAsync();
            await using var feed = new Feed(kafka.BootstrapServers, prefix: "", rate, time);
            await using var node = await ServiceProcess.StartAsync("EdmStream", ("KAFKA_BOOTSTRAP_SERVERS", kafka.BootstrapServers));
            await node.ReadyAsync();
            using var words = new Words(kafka.BootstrapServers, Topic);
            await Task.Delay(Settling, time);
            var (start, before) = (time.GetTimestamp(), await NowAsync());
            await Task.Delay(length, time);
            var (seconds, now) = (time.GetElapsedTime(start).TotalSeconds, await NowAsync());
            Write($"{rate,10:N0}{(now.Counted - before.Counted) / seconds,12:N0}{(now.Words - before.Words) / seconds,10:N1}");
            Write($"{(now.Bytes - before.Bytes) / seconds,12:N0}{(now.InTheLog - before.InTheLog) / seconds,12:N0}{now.InTheLog / KiloByte,11:N0}");

            await feed.DisposeAsync();
            await Task.Delay(rest, time);
            var after = await NowAsync();
            Write($"{words.Newest / KiloByte,12:N0}{after.InTheLog / KiloByte,13:N0}\n");

            async Task<(long Counted, long Words, long Bytes, long InTheLog)> NowAsync()
            {
                await words.ToEndAsync();
                return (await CountedAsync(node), words.Count, words.Bytes, kafka.BytesOf(Topic));
            }
        }
    }

    private static async Task<long> CountedAsync(ServiceProcess node)
    {
        using var http = new HttpClient { BaseAddress = node.Address };
        var snapshot = JsonElement.Parse(await http.GetStringAsync("live/snapshot?window=5"));
        return snapshot.GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty("read").GetInt64());
    }

    private static void Write(FormattableString text) => Console.Write(text.ToString(CultureInfo.InvariantCulture));
}
