using System.Globalization;
using EdmTesting;
using EdmTesting.Otlp;

namespace Count;

/// <summary>Both nodes catch up with the same log, in turns.</summary>
internal static class CatchUp
{
    private const string Prefix = "bench.", Ours = "EdmStream";

    // The log is young, so that all of it is in the window until the last round is over.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(4);

    /// <returns>The exit code: 1 where a node shows other figures than were written.</returns>
    /// <param name="records">How many there are.</param>
    /// <param name="rounds">Of each.</param>
    /// <param name="telemetry">Whether it is held against itself without metrics and traces.</param>
    /// <param name="time">The clock.</param>
    public static async Task<int> CompareAsync(int records, int rounds, bool telemetry, TimeProvider time)
    {
        await using var collector = await OtlpReceiver.StartAsync();
        Compared ours = new(Ours, telemetry ? collector.Settings : []), other = telemetry ? new(Ours, [("OTEL_SDK_DISABLED", "true")]) : new("ObviousStream", []);
        await using var kafka = await KafkaCluster.StartAsync();
        var written = Sample(records, time.GetUtcNow());
        var bytes = await RecordWriter.WriteAsync(kafka.BootstrapServers, Prefix, written);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written.Count:N0} records of {bytes:0} bytes written"));
        var truth = Truth.Of(written);

        var measured = new Dictionary<Compared, List<Round>> { [ours] = [], [other] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var compared in round % 2 == 0 ? measured.Keys : measured.Keys.Reverse())
            {
                var group = $"{compared.Service}-{round}-{(compared == ours ? "ours" : "other")}";
                await using var node = await StreamNode.StartAsync(compared.Service, kafka.BootstrapServers, Prefix, group, time, compared.Settings);
                measured[compared].Add(await node.FollowAsync());
                var differences = Figure.Differences(truth, SnapshotFigures.Of(await node.SnapshotAsync())).ToList();
                if (differences.Count == 0) continue;
                Console.WriteLine($"{compared.Service} shows other figures than were written, so how fast it is means nothing:");
                differences.ForEach(Console.WriteLine);
                return 1;
            }
        }

        Console.WriteLine($"Both showed all {truth.Count} figures as they were written, in every round.");
        Table.Print(records, telemetry ? new(measured[ours], measured[other], "with", "without") : new(measured[ours], measured[other]));
        return 0;
    }

    private static List<WrittenRecord> Sample(int records, DateTimeOffset now)
    {
        var random = new Random(7);
        var sample = new SampleRecords(new SampleShop(random), random);
        return [.. sample.Between(records, (now - Span).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds())];
    }

    /// <summary>A program, and what it is told besides.</summary>
    private sealed record Compared(string Service, (string Name, string? Value)[] Settings);
}
