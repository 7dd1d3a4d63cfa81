namespace EdmShopper.Replay;

/// <summary>Which column of a click log fills which field of an event: as <c>--map</c> says, and by their names.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, FieldSource> _sources;

    private ColumnMap(Dictionary<string, FieldSource> sources, IReadOnlyList<string> unused)
    {
        _sources = sources;
        Unused = unused;
    }

    /// <summary>The columns that are not sent.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>The properties' names and where they come from.</summary>
    public IEnumerable<(string Name, FieldSource Source)> Properties => _sources
        .Where(s => s.Key.StartsWith(OurFields.PropertyPrefix, StringComparison.Ordinal))
        .Select(s => (s.Key[OurFields.PropertyPrefix.Length..], s.Value));

    public FieldSource Of(string our) => _sources.GetValueOrDefault(our, FieldSource.Nowhere);

    /// <param name="file">The file's name, for messages.</param>
    /// <param name="columns">Its header.</param>
    /// <param name="entries">What <c>--map</c> says.</param>
    /// <param name="mistakes">What is wrong is added here, all at once; the map is of no use then.</param>
    public static ColumnMap Make(string file, IReadOnlyList<string> columns, IReadOnlyList<MapEntry> entries, List<string> mistakes)
    {
        var sources = new Dictionary<string, FieldSource>();
        var used = new HashSet<int>();
        foreach (var entry in entries)
        {
            var found = entry.Column is null ? [] : columns.Index().Where(c => c.Item == entry.Column).Select(c => c.Index).ToList();
            if (entry.Column is not null && found.Count == 0) mistakes.Add($"{entry}: {file} has no column {entry.Column}.");
            else if (found.Count > 1) mistakes.Add($"{entry}: {file} has {found.Count} columns {entry.Column}.");
            sources[entry.Our] = entry.Constant is { } text ? FieldSource.Always(text) : FieldSource.Column(found.FirstOrDefault());
            used.UnionWith(found);
        }

        foreach (var (index, column) in columns.Index())
            if (!used.Contains(index) && OurFields.OfColumn(column) is { } our && sources.TryAdd(our, FieldSource.Column(index)))
                used.Add(index);

        if (!sources.ContainsKey(OurFields.Type))
            mistakes.Add("No column gives the type: say which one with --map type=COLUMN, or --map type='click' when all are of one.");
        if (!sources.ContainsKey(OurFields.Time))
            mistakes.Add($"No column gives the time: say which one with --map {OurFields.Time}=COLUMN.");
        if (mistakes.Count > 0) mistakes.Add($"The columns of {file} are: {string.Join(", ", columns)}.");
        return new ColumnMap(sources, [.. columns.Index().Where(c => !used.Contains(c.Index)).Select(c => c.Item)]);
    }
}
