using Bench;

namespace Count;

/// <summary>Prints the rounds.</summary>
internal static class Table
{
    private const double MegaByte = 1e6;

    public static void Print(int records, ComparisonTable<Round> table)
    {
        table.Head(FormattableString.Invariant($"{records:N0} records"));
        table.Row("events a second", r => records / r.Elapsed.TotalSeconds, "0", "  (at least 400000)");
        table.Row("CPU-s a million", r => r.Cpu.TotalSeconds * 1e6 / records, "0.00", "  (at most 2.5)");
        table.Row("peak memory, MB", r => r.PeakMemory / MegaByte, "0");
        table.Row("CPU-s before it reads", r => r.CpuBefore.TotalSeconds, "0.00");
    }
}
