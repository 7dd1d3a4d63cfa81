using System.Globalization;
using EdmShopper.Send;
using Spectre.Console;

namespace EdmShopper.Replay;

/// <summary>Tells how a replay went: the totals, and the first lines that were no events.</summary>
internal static class ReplayReport
{
    public static void Write(IAnsiConsole console, SendTotals totals, LogReplay replay, TimeSpan took, string book)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("lines").AddColumn(new TableColumn("").RightAligned());
        void Row(string name, double count) => table.AddRow(name, count.ToString("N0", CultureInfo.InvariantCulture));
        Row("read", totals.Added + replay.Bad);
        Row("confirmed", totals.Confirmed);
        Row("refused by the relay", totals.Rejected);
        Row("unconfirmed", totals.Unconfirmed);
        Row("bad lines, not sent", replay.Bad);
        table.AddRow("seconds", took.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture));
        Row("confirmed a second", totals.Confirmed / Math.Max(took.TotalSeconds, 0.001));
        Row("requests", totals.Requests);
        Row("requests without a word", totals.Unanswered);
        console.Write(table);

        foreach (var line in replay.BadLines) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {line.Number}: {line.Reason}"));
        if (replay.Bad > replay.BadLines.Count) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {replay.Bad - replay.BadLines.Count:N0} more bad lines"));
        if (totals.LastTrouble is { } trouble) console.WriteLine($"The relay's last complaint: {trouble}");
        console.WriteLine($"Compare it with the topics: EdmShopper verify {book} --kafka host:port");
    }
}
