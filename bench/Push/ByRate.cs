using System.Globalization;
using System.Text.Json;

namespace Push;

/// <summary>What one dashboard is sent, by how much goes on in the shop.</summary>
internal static class ByRate
{
    private const int Watching = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    public static async Task MeasureAsync(string bootstrapServers, IReadOnlyList<int> rates, TimeSpan length, TimeProvider time)
    {
        Console.WriteLine($"{"events/s",10}{"counted/s",12}{"bytes/s",10}{"frames/s",10}{"whole frame",13}{"age, ms",9}{"p99",6}   for each of {Watching} dashboards");
        foreach (var rate in rates)
        {
            var prefix = FormattableString.Invariant($"rate-{rate}.");
            await using var feed = new Feed(bootstrapServers, prefix, rate, time);
            await using var node = await PushServer.NodeAsync(bootstrapServers, prefix, "bench");
            await Task.Delay(Settling, time);
            await using var dashboards = await Dashboards.OpenAsync(node, Watching, time);
            var before = await node.SnapshotAsync();
            var (bytes, ages) = await dashboards.MeasureAsync(length);
            var after = await node.SnapshotAsync();
            var counted = (Read(after) - Read(before)) * 1e3 / (after.GetProperty("at").GetInt64() - before.GetProperty("at").GetInt64());
            var seconds = length.TotalSeconds * Watching;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rate,10:N0}{counted,12:N0}{bytes / seconds,10:N0}{ages.Count / seconds,10:0.00}{after.GetRawText().Length,13:N0}{ages[ages.Count / 2],9}{ages[ages.Count * 99 / 100],6}"));
        }
    }

    private static long Read(JsonElement snapshot) => snapshot.GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty("read").GetInt64());
}
