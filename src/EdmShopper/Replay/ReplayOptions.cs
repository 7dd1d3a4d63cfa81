namespace EdmShopper.Replay;

/// <summary>What the command line says of a log that is to be sent.</summary>
/// <param name="File">The log's path.</param>
/// <param name="Format"><c>csv</c> or <c>ndjson</c>; null: by the file's name.</param>
/// <param name="Map">The texts of <c>--map</c>.</param>
/// <param name="Speed"><c>own</c>, <c>max</c> or how many times faster.</param>
/// <param name="Now">Whether the times are shifted, so that the first event lies at the start.</param>
/// <param name="Relay">Where to.</param>
/// <param name="WriteKey">The relay's write key, where it wants one.</param>
/// <param name="Connections">How many bodies are on their way at the same time.</param>
/// <param name="Book">Where the book is written: a file that is not there yet.</param>
internal sealed record ReplayOptions(
    string File, string? Format, IReadOnlyList<string> Map, string Speed, bool Now, Uri Relay, string? WriteKey, int Connections, string Book)
{
    public string Name => Path.GetFileName(File);

    /// <summary>Null: as fast as it goes.</summary>
    public double? Factor => Speed switch
    {
        "max" => null,
        "own" => 1,
        _ when double.TryParse(Speed, System.Globalization.CultureInfo.InvariantCulture, out var factor) => factor,
        _ => double.NaN,
    };

    public IEnumerable<string> Check()
    {
        if (Factor is { } factor && !(factor > 0 && double.IsFinite(factor))) yield return $"--speed {Speed}: say own, max, or how many times faster, such as 10.";
        if (Now && Factor is null) yield return "--now: the events' times then lie as far apart as they are sent, so say how fast: --speed own or --speed 10.";
        if (IsCsv is null) yield return $"{Name}: say --format csv or --format ndjson, since its name does not.";
        if (IsCsv == false && Map.Count > 0) yield return "--map: an NDJSON log's events have their own fields; only the columns of CSV are mapped.";
    }

    public bool? IsCsv => Format switch
    {
        "csv" => true,
        "ndjson" => false,
        not null => null,
        _ => Path.GetExtension(File).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => true,
            ".ndjson" or ".jsonl" or ".json" => false,
            _ => null,
        },
    };
}
