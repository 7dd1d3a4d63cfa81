using System.Globalization;

namespace Count;

/// <summary>Prints the rounds: medians, and how far the rounds lay apart.</summary>
internal static class Table
{
    private const double MegaByte = 1e6;

    public static void Print(int records, List<Round> ours, List<Round> obvious)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records, {ours.Count} rounds each"));
        Console.WriteLine($"{"",-22}{"ours",10} {"min-max",-18}{"obvious",10} {"min-max",-18}{"ours/obvious",12}");
        Row("events a second", r => records / r.Elapsed.TotalSeconds, "0", "  (at least 400000)");
        Row("CPU-s a million", r => r.Cpu.TotalSeconds * 1e6 / records, "0.00", "  (at most 2.5)");
        Row("peak memory, MB", r => r.PeakMemory / MegaByte, "0");
        Row("CPU-s before it reads", r => r.CpuBefore.TotalSeconds, "0.00");

        void Row(string name, Func<Round, double> value, string format, string limit = "")
        {
            var (our, their) = (Of(ours), Of(obvious));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{our.Text,10} {our.Spread,-18}{their.Text,10} {their.Spread,-18}{our.Median / their.Median,12:0.00}{limit}"));

            (double Median, string Text, string Spread) Of(List<Round> rounds)
            {
                var sorted = rounds.Select(value).Order().ToList();
                var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
                string Show(double v) => v.ToString(format, CultureInfo.InvariantCulture);
                return (median, Show(median), $"{Show(sorted[0])}-{Show(sorted[^1])}");
            }
        }
    }
}
