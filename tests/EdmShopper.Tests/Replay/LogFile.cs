using System.Text;
using EdmShopper.Replay;
using Microsoft.Extensions.Time.Testing;

namespace EdmShopper.Tests.Replay;

/// <summary>Click logs as texts, and what is read of them.</summary>
internal static class LogFile
{
    public const string Simple = "type,uuid,event_timestamp,button_id\n";

    public static List<LogLine> Csv(string text, params string[] map) => Csv(Encoding.UTF8.GetBytes(text), map);

    public static List<LogLine> Csv(byte[] bytes, params string[] map)
    {
        using var file = new MemoryStream(bytes);
        var mistakes = new List<string>();
        using var log = CsvLog.Open(file, "clicks.csv", MapText.Read(map, mistakes), AsRecorded(), mistakes);
        Assert.Empty(mistakes);
        return [.. log!.Read()];
    }

    /// <summary>What is wrong with a log or its map, all of it.</summary>
    public static List<string> Mistakes(string text, params string[] map)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var mistakes = new List<string>();
        using var log = CsvLog.Open(file, "clicks.csv", MapText.Read(map, mistakes), AsRecorded(), mistakes);
        Assert.Equal(mistakes.Count > 0, log is null);
        return mistakes;
    }

    public static List<LogLine> Ndjson(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var log = new NdjsonLog(file, AsRecorded());
        return [.. log.Read()];
    }

    public static string Json(this LogLine line) => line.Event is { } e ? Encoding.UTF8.GetString(e.Json) : throw new InvalidOperationException(line.Reason);

    private static EventTimes AsRecorded() => new(speed: null, shift: false, new FakeTimeProvider());
}
