using System.Globalization;
using EdmTesting;

namespace Count;

/// <summary>Both nodes catch up with the same log, in turns.</summary>
internal static class CatchUp
{
    private const string Prefix = "bench.", Ours = "EdmStream", Obvious = "ObviousStream";

    // The log is young, so that all of it is in the window until the last round is over.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(4);

    /// <returns>The exit code: 1 where a node shows other figures than were written.</returns>
    public static async Task<int> CompareAsync(int records, int rounds, TimeProvider time)
    {
        await using var kafka = await KafkaCluster.StartAsync();
        var written = Sample(records, time.GetUtcNow());
        var bytes = await RecordWriter.WriteAsync(kafka.BootstrapServers, Prefix, written);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written.Count:N0} records of {bytes:0} bytes written"));
        var truth = Truth.Of(written);

        var measured = new Dictionary<string, List<Round>> { [Ours] = [], [Obvious] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var service in round % 2 == 0 ? measured.Keys : measured.Keys.Reverse())
            {
                await using var node = await StreamNode.StartAsync(service, kafka.BootstrapServers, Prefix, $"{service}-{round}", time);
                measured[service].Add(await node.FollowAsync());
                var differences = Figure.Differences(truth, SnapshotFigures.Of(await node.SnapshotAsync())).ToList();
                if (differences.Count == 0) continue;
                Console.WriteLine($"{service} shows other figures than were written, so how fast it is means nothing:");
                differences.ForEach(Console.WriteLine);
                return 1;
            }
        }

        Console.WriteLine($"Both showed all {truth.Count} figures as they were written, in every round.");
        Table.Print(records, measured[Ours], measured[Obvious]);
        return 0;
    }

    private static List<WrittenRecord> Sample(int records, DateTimeOffset now)
    {
        var random = new Random(7);
        var sample = new SampleRecords(new SampleShop(random), random);
        return [.. sample.Between(records, (now - Span).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds())];
    }
}
