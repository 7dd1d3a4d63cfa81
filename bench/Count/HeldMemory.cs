using System.Globalization;
using EdmTesting;

namespace Count;

/// <summary>What EdmStream holds of an hour, by how many different keys that hour has.</summary>
internal static class HeldMemory
{
    private const double MegaByte = 1e6;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(60);

    public static async Task MeasureAsync(int records, TimeProvider time)
    {
        var random = new Random(7);
        await MeasureAsync("50,000 visitors", "steady.", new SampleShop(random), random, records, time);
        await MeasureAsync("no key met twice", "flooded.", new FloodedShop(random), random, records, time);
    }

    private static async Task MeasureAsync(string name, string prefix, SampleShop shop, Random random, int records, TimeProvider time)
    {
        // A cluster each, so that the disk holds one log at a time.
        await using var kafka = await KafkaCluster.StartAsync();
        var now = time.GetUtcNow();
        var sample = new SampleRecords(shop, random).Between(records, (now - Span).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        await RecordWriter.WriteAsync(kafka.BootstrapServers, prefix, sample);
        await using var node = await StreamNode.StartAsync("EdmStream", kafka.BootstrapServers, prefix, "edm-consumer-group-1", time);
        var round = await node.FollowAsync();
        var read = (await node.SnapshotAsync()).GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty("read").GetInt64());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{records:N0} records of an hour, {name}: {read:N0} read in {round.Elapsed.TotalSeconds:0.0} s, peak memory {round.PeakMemory / MegaByte:0} MB, {node.Memory("VmRSS") / MegaByte:0} MB once live"));
    }
}
