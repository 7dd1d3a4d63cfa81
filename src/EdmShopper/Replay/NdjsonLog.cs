namespace EdmShopper.Replay;

/// <summary>A click log with one event in JSON on each line, those of 2018 included.</summary>
internal sealed class NdjsonLog(Stream file, EventTimes times) : IClickLog
{
    private readonly FileLines _lines = new(file);
    private readonly NdjsonEvents _events = new(times);

    public string Remark => "";

    public long Position => _lines.Position;

    public IEnumerable<LogLine> Read()
    {
        while (_lines.TryNext(out var line))
            if (!line.IsBlank) yield return _events.Make(line);
    }

    public void Dispose() => _events.Dispose();
}
