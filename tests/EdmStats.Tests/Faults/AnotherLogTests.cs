using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmStats.Tests.Expected;

namespace EdmStats.Tests.Faults;

/// <summary>A topic that was deleted and made anew by the same name is another log: what it holds is counted from its beginning.</summary>
public class AnotherLogTests(SharedKafka kafka, PostgresServer server)
{
    private const string Topic = "edm-ui-click";

    /// <param name="names">Whether the topics' names stand for their ids.</param>
    /// <param name="running">Whether it happens under the eyes of the program.</param>
    /// <param name="more">
    /// Whether the new log is longer than the old one was when it is looked up. (Under the eyes of a program that would have to
    /// come to pass between two of its fetches: then only the topic's id tells, and that is asked at an assignment alone.)
    /// </param>
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    public async Task It_is_counted_from_its_beginning(bool names, bool running, bool more)
    {
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        (string, string?)[] settings = names ? [("Kafka__ClusterId", "mine")] : [];
        var stats = await OneStats.StartAsync(servers, prefix, history.Url, settings);
        try
        {
            await OneStats.ClickAsync(servers, prefix, 100, "old");
            await OneStats.CountedAsync(history, 100);
            if (!running) await stats.StopAsync();
            await MakeAnewAsync(servers, prefix + Topic);
            var count = more ? 300 : 30;
            await OneStats.ClickAsync(servers, prefix, count, "new");
            if (!running) stats = await OneStats.StartAsync(servers, prefix, history.Url, settings);

            await OneStats.CountedAsync(history, 100 + count);
            await OneStats.ClickAsync(servers, prefix, 10, "newest");
            await OneStats.CountedAsync(history, 100 + count + 10);
            if (names) Assert.Contains("it is read as another log", stats.Log, StringComparison.Ordinal);
        }
        catch
        {
            TestContext.Current.TestOutputHelper!.WriteLine(stats.Log);
            throw;
        }
        finally
        {
            await stats.DisposeAsync();
        }
    }

    private static async Task MakeAnewAsync(string servers, string topic)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = servers }).SetLogHandler((_, _) => { }).Build();
        await admin.DeleteTopicsAsync([topic]);
        await Eventually.PassesAsync(
            () => ClusterTopics.CreateAsync(servers, topic, EdmKafka.TopicSetup.Partitions), TimeSpan.FromSeconds(30));

        // For a moment a broker that has the new topic's metadata still appends to the log of the old one, which it is about to delete.
        await Eventually.EqualAsync(0, async () => (await ClusterTopics.ReadAllAsync(servers, topic)).Count, TimeSpan.FromSeconds(30));
    }
}
