using System.Globalization;

namespace Bench;

/// <summary>
/// Rounds of two programs beside each other: medians, how far the rounds lay apart, and the median of the ratios of those that
/// were measured one after the other: what the machine does for a while falls on both of them.
/// </summary>
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
        var (our, their) = (ours.ConvertAll(r => value(r)), obvious.ConvertAll(r => value(r)));
        var ratio = Median([.. our.Zip(their, (o, t) => o / t)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{Show(Median(our)),10} {Spread(our),-18}{Show(Median(their)),10} {Spread(their),-18}{ratio,12:0.00}{limit}"));

        string Show(double v) => v.ToString(format, CultureInfo.InvariantCulture);
        string Spread(List<double> values) => $"{Show(values.Min())}-{Show(values.Max())}";
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
