using CsvHelper;

namespace EdmShopper.Replay;

/// <summary>A click log in CSV: UTF-8, a header, quotes as in RFC 4180; what parts the fields is found out.</summary>
internal sealed class CsvLog : IClickLog
{
    private readonly CsvRecords _records;
    private readonly EventTimes _times;
    private readonly ColumnMap _map;

    private CsvLog(CsvRecords records, ColumnMap map, EventTimes times) => (_records, _map, _times) = (records, map, times);

    public string Remark => _map.Unused.Count == 0 ? "" : $"Not sent, since nothing says what they are: {string.Join(", ", _map.Unused)}.";

    public long Position => _records.Position;

    /// <param name="file">The file, at its begin; it can seek.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="entries">What <c>--map</c> says.</param>
    /// <param name="times">The times that events are sent with.</param>
    /// <param name="mistakes">What is wrong is added here; then there is no log.</param>
    public static CsvLog? Open(Stream file, string name, IReadOnlyList<MapEntry> entries, EventTimes times, List<string> mistakes)
    {
        var records = new CsvRecords(file);
        try
        {
            if (IsUtf16(file))
                mistakes.Add($"{name} is in UTF-16: save it in UTF-8.");
            else if (!records.ReadHeader())
                mistakes.Add($"{name} is empty: a CSV file begins with the names of its columns.");
            else if (ColumnMap.Make(name, records.Columns, entries, mistakes) is var map && mistakes.Count == 0)
                return new CsvLog(records, map, times);
        }
        catch (CsvFormatException e)
        {
            mistakes.Add($"{name}: the names of the columns cannot be read: {e.Message}");
        }

        records.Dispose();
        return null;
    }

    public IEnumerable<LogLine> Read()
    {
        using var events = new CsvEvents(_map, _times);
        while (_records.TryNext(out var number, out var reason))
            yield return reason is null ? events.Make(_records.Current, number) : LogLine.Bad(number, reason);
    }

    public void Dispose() => _records.Dispose();

    private static bool IsUtf16(Stream file)
    {
        var (first, second) = (file.ReadByte(), file.ReadByte());
        file.Position = 0;
        return (first, second) is (0xFE, 0xFF) or (0xFF, 0xFE);
    }
}
