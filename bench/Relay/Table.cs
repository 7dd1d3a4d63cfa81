using System.Globalization;
using Bench;

namespace Relay;

/// <summary>Prints the rounds of one load.</summary>
internal static class Table
{
    public static void Print(Load load, List<Round> ours, List<Round> obvious) => Print(new(ours, obvious), load, load.Limit);

    public static void PrintTelemetry(Load load, List<Round> with, List<Round> without) => Print(new(with, without, "with", "without"), load, limit: 1.05);

    private static void Print(ComparisonTable<Round> table, Load load, double limit)
    {
        table.Head(load.Name);
        table.Row("CPU-s a million", r => r.Cpu, "0.00", limit: $"  (at most {limit.ToString(CultureInfo.InvariantCulture)})");
        table.Row("bytes an event", r => r.Bytes, "0");
        table.Row("events a second", r => r.Rate, "0");
        table.Row("answers' median, ms", r => r.Median, "0.00");
        table.Row("answers' p99, ms", r => r.P99, "0.00");
    }
}
