using System.Globalization;

namespace Relay;

/// <summary>Prints the rounds of one load: medians, and how far the rounds lay apart.</summary>
internal static class Table
{
    public static void Print(Load load, List<Round> ours, List<Round> obvious)
    {
        Console.WriteLine();
        Console.WriteLine($"{load.Name}, {ours.Count} rounds each");
        Console.WriteLine($"{"",-22}{"ours",10} {"min-max",-18}{"obvious",10} {"min-max",-18}{"ours/obvious",12}");
        Row("CPU-s a million", r => r.Cpu, "0.00", limit: $"  (at most {load.Limit.ToString(CultureInfo.InvariantCulture)})");
        Row("bytes an event", r => r.Bytes, "0");
        Row("events a second", r => r.Rate, "0");
        Row("answers' median, ms", r => r.Median, "0.00");
        Row("answers' p99, ms", r => r.P99, "0.00");

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
