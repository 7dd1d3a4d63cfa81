namespace EdmShopper.Verify;

/// <summary>What did not hold: how often for each check, and the first ten places.</summary>
internal sealed class Findings
{
    private const int MostExamples = 10;

    private readonly Dictionary<Check, (long Count, List<string> Examples)> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>How often a check failed.</summary>
    public long Count(Check check) => _found.TryGetValue(check, out var found) ? found.Count : 0;

    public IReadOnlyList<string> Examples(Check check) => _found.TryGetValue(check, out var found) ? found.Examples : [];

    /// <param name="check">What failed.</param>
    /// <param name="example">Where and why; asked for only while there is room.</param>
    /// <param name="times">How often.</param>
    public void Add(Check check, Func<string> example, long times = 1)
    {
        var (count, examples) = _found.TryGetValue(check, out var found) ? found : (0, []);
        if (examples.Count < MostExamples) examples.Add(example());
        _found[check] = (count + times, examples);
    }
}
