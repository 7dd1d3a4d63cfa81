using System.Globalization;

namespace Bench;

/// <summary>Rounds of two programs beside each other: medians, how far the rounds lay apart, and the ratio.</summary>
/// <param name="ours">The rounds of what is measured.</param>
/// <param name="obvious">Those of what one would write first, or of what it is held against.</param>
/// <param name="ourName">What stands above the first.</param>
/// <param name="theirName">What stands above the others.</param>
internal sealed class ComparisonTable<TRound>(List<TRound> ours, List<TRound> obvious, string ourName = "ours", string theirName = "obvious")
{
    public void Head(string what)
    {
        Console.WriteLine();
        Console.WriteLine($"{what}, {ours.Count} rounds each");
        Console.WriteLine($"{"",-22}{ourName,10} {"min-max",-18}{theirName,10} {"min-max",-18}{$"{ourName}/{theirName}",12}");
    }

    /// <param name="name">What is measured, with its unit.</param>
    /// <param name="value">Of a round.</param>
    /// <param name="format">Of the numbers.</param>
    /// <param name="limit">Said behind the ratio.</param>
    public void Row(string name, Func<TRound, double> value, string format, string limit = "")
    {
        var (our, their) = (Of(ours), Of(obvious));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{our.Text,10} {our.Spread,-18}{their.Text,10} {their.Spread,-18}{our.Median / their.Median,12:0.00}{limit}"));

        (double Median, string Text, string Spread) Of(List<TRound> rounds)
        {
            var sorted = rounds.Select(value).Order().ToList();
            var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
            string Show(double v) => v.ToString(format, CultureInfo.InvariantCulture);
            return (median, Show(median), $"{Show(sorted[0])}-{Show(sorted[^1])}");
        }
    }
}
