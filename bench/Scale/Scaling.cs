using System.Globalization;
using Bench;
using Count;

namespace Scale;

/// <summary>One, two and three nodes read the same log, in turns.</summary>
internal static class Scaling
{
    private const string Prefix = "scale.";
    private static readonly int[] Nodes = [1, 2, 3];

    // The log is young, so that all of it is in the window until the last round is over.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(4);

    public static async Task CompareAsync(int records, int rounds, TimeProvider time)
    {
        await using var kafka = await KafkaCluster.StartAsync();
        var random = new Random(7);
        var now = time.GetUtcNow();
        var sample = new SampleRecords(new SampleShop(random), random).Between(records, (now - Span).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        var bytes = await RecordWriter.WriteAsync(kafka.BootstrapServers, Prefix, sample);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records of {bytes:0} bytes written"));

        var measured = Nodes.ToDictionary(n => n, _ => new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            // Who is first in one round is last in the next.
            foreach (var nodes in round % 2 == 0 ? Nodes : Nodes.Reverse())
            {
                await using (var group = await Group.StartAsync(nodes, kafka.BootstrapServers, Prefix, $"scale-{nodes}-{round}", time))
                    measured[nodes].Add(await group.FollowAsync(records));

                // What the last ones said would tell the next ones all of it.
                await ClusterTopics.DeleteAsync(kafka.BootstrapServers, Prefix + "edm-live");
            }
        }

        Print(records, "2 nodes", measured[2], measured[1]);
        Print(records, "3 nodes", measured[3], measured[1]);
    }

    private static void Print(int records, string name, List<Round> several, List<Round> one)
    {
        var table = new ComparisonTable<Round>(several, one, name, "1 node");
        table.Head(FormattableString.Invariant($"{records:N0} records"));
        table.Row("CPU-s a million", r => r.Cpu.TotalSeconds * 1e6 / records, "0.00");
        table.Row("s until all show all", r => r.Elapsed.TotalSeconds, "0.00");
        table.Row("events a second", r => records / r.Elapsed.TotalSeconds, "0");
    }
}
