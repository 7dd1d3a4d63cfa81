using System.Text;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>Finds the largest counts without sorting what may be millions of keys.</summary>
internal static class TopKeys
{
    public const int Most = 10;

    /// <summary>The keys with the largest counts; where counts are the same, in the order of their bytes.</summary>
    public static IReadOnlyList<KeyCount> Of(Keyed<int> counts) =>
        [.. Best(counts.Count, (a, b) => Compare(counts, a, b)).Select(i => new KeyCount(Encoding.UTF8.GetString(counts.KeyAt(i)), counts.At(i)))];

    /// <summary>The first ten of so many things in an order, by their numbers.</summary>
    public static List<int> Best(int count, Comparison<int> order)
    {
        var best = new List<int>(Most + 1);
        for (var i = 0; i < count; i++)
        {
            if (best.Count == Most && order(i, best[^1]) >= 0) continue;
            var place = best.Count;
            while (place > 0 && order(i, best[place - 1]) < 0) place--;
            best.Insert(place, i);
            if (best.Count > Most) best.RemoveAt(Most);
        }

        return best;
    }

    private static int Compare(Keyed<int> counts, int a, int b) =>
        counts.At(b).CompareTo(counts.At(a)) is not 0 and var larger ? larger : counts.KeyAt(a).SequenceCompareTo(counts.KeyAt(b));
}
