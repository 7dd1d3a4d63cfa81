namespace EdmStats.Tables;

/// <summary>
/// The number of different ids behind a HyperLogLog, by the improved raw estimator of Otmar Ertl, "New cardinality estimation
/// algorithms for HyperLogLog sketches" (2017, arXiv:1702.01284, algorithm 6): right from none to far more than there are people,
/// without the tables of measured bias and the change of formula that the first ones needed.
/// </summary>
internal static class SketchEstimate
{
    /// <param name="multiplicities">How many registers hold each value, from 0 to the largest that a register can.</param>
    public static double Of(ReadOnlySpan<int> multiplicities)
    {
        double registers = 0;
        foreach (var count in multiplicities) registers += count;
        var z = registers * Tau(1 - (multiplicities[^1] / registers));
        for (var k = multiplicities.Length - 2; k >= 1; k--) z = 0.5 * (z + multiplicities[k]);
        z += registers * Sigma(multiplicities[0] / registers);
        return registers * registers / (2 * Math.Log(2) * z);
    }

    /// <summary>x + Σ x^(2^k) · 2^(k−1): what the registers stand for that nothing fell on.</summary>
    private static double Sigma(double x)
    {
        // All of them are empty: the sum has no end, and the estimate is 0.
        if (x >= 1) return double.PositiveInfinity;
        double sum = x, factor = 1, before;
        do
        {
            x *= x;
            before = sum;
            sum += x * factor;
            factor += factor;
        }
        while (sum > before);
        return sum;
    }

    /// <summary>(1 − x − Σ (1 − x^(2^−k))² · 2^−k) / 3: what the registers stand for that can hold no more.</summary>
    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1) return 0;
        double sum = 1 - x, factor = 1, before;
        do
        {
            x = Math.Sqrt(x);
            before = sum;
            factor *= 0.5;
            sum -= (1 - x) * (1 - x) * factor;
        }
        while (sum < before);
        return sum / 3;
    }
}
