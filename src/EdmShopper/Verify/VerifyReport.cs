using System.Globalization;
using Spectre.Console;

namespace EdmShopper.Verify;

/// <summary>Tells what a verification found: the sums, a line for each check, and where a check failed the first places.</summary>
internal static class VerifyReport
{
    public static void Write(IAnsiConsole console, Sums sums, Findings findings)
    {
        var numbers = new Table().Border(TableBorder.Rounded).AddColumn("events").AddColumn(new TableColumn("").RightAligned());
        void Row(string name, long count) => numbers.AddRow(name, count.ToString("N0", CultureInfo.InvariantCulture));
        Row("planned", sums.Planned);
        Row("confirmed", sums.Confirmed);
        Row("refused", sums.Refused);
        Row("unconfirmed", sums.Unconfirmed);
        Row("  of these in the topics", sums.UnconfirmedFound);
        Row("records in the topics", sums.Records);
        Row("different events among them", sums.Distinct);
        Row("doubles: answered twice", sums.DoublesAnswered);
        Row("doubles: an answer never came", sums.DoublesUnanswered);
        Row("doubles: unexplained", sums.DoublesUnexplained);
        Row("records of others", sums.Others);
        console.Write(numbers);

        var checks = new Table().Border(TableBorder.Rounded).AddColumn("").AddColumn("check").AddColumn(new TableColumn("failed").RightAligned());
        foreach (var check in Enum.GetValues<Check>())
        {
            var failed = findings.Count(check);
            checks.AddRow(failed == 0 ? "[green]ok[/]" : "[red]NO[/]", check.InWords().EscapeMarkup(), failed.ToString("N0", CultureInfo.InvariantCulture));
        }

        console.Write(checks);
        foreach (var check in Enum.GetValues<Check>().Where(c => findings.Count(c) > 0))
        {
            console.MarkupLineInterpolated($"[red]Not so: {check.InWords()}[/] ({findings.Count(check)} times), first:");
            foreach (var example in findings.Examples(check)) console.WriteLine($"  {example}");
        }

        if (!findings.Any) console.MarkupLine("[green]All holds.[/]");
    }
}
