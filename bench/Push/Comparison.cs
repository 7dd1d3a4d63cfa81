using Bench;

namespace Push;

/// <summary>Dashboards at a node and at the obvious server, in turns.</summary>
internal static class Comparison
{
    private const string Prefix = "bench.";
    private const int Rate = 2_000;

    public static async Task MeasureAsync(string bootstrapServers, int dashboards, int rounds, TimeSpan length, TimeProvider time)
    {
        await using var feed = new Feed(bootstrapServers, Prefix, Rate, time);
        var (ours, obvious) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            // Who is first in one round is second in the next.
            for (var turn = 0; turn < 2; turn++)
            {
                var isOurs = (round + turn) % 2 == 0;
                var group = $"round-{round}-{turn}";
                await using var server = isOurs
                    ? await PushServer.NodeAsync(bootstrapServers, Prefix, group)
                    : await PushServer.ObviousAsync(bootstrapServers, Prefix, group);
                (isOurs ? ours : obvious).Add(await Round.MeasureAsync(server, dashboards, length, time));
            }
        }

        Print(ours, obvious, dashboards);
    }

    private static void Print(List<Round> ours, List<Round> obvious, int dashboards)
    {
        var table = new ComparisonTable<Round>(ours, obvious);
        table.Head(FormattableString.Invariant($"{dashboards} dashboards at {Rate:N0} events a second"));
        table.Row("CPU, % of a core", r => 100 * r.Cpu, "0.0");
        table.Row("CPU-us a frame", r => 1e6 * r.Cpu / r.Frames / dashboards, "0.0");
        table.Row("memory, KB a dashboard", r => r.Memory / 1e3, "0");
        table.Row("bytes/s a dashboard", r => r.Bytes, "0");
        table.Row("frames/s a dashboard", r => r.Frames, "0.00");
        table.Row("a frame's age, ms", r => r.MedianAge, "0");
        table.Row("its p99, ms", r => r.P99Age, "0");
        table.Row("CPU without them, %", r => 100 * r.Alone, "0.0");
    }
}
