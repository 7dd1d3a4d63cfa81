namespace EdmContracts.Live;

/// <summary>How many visitors have a moment in which bucket of five seconds.</summary>
/// <param name="First">The first bucket of <paramref name="Counts"/>, numbered from 1970.</param>
/// <param name="Counts">For it and each one after it.</param>
/// <param name="Far">By bucket: what lies further ahead than a clock should.</param>
public sealed record Histogram(int First, IReadOnlyList<int> Counts, IReadOnlyDictionary<int, int>? Far = null)
{
    /// <summary>How many have their moment in a later bucket: a figure that sinks by itself as time goes on.</summary>
    public int After(int bucket) =>
        Counts.Skip(Math.Max(0, bucket + 1 - First)).Sum() + (Far?.Where(f => f.Key > bucket).Sum(f => f.Value) ?? 0);
}
