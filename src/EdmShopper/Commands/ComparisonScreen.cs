using System.Globalization;
using EdmShopper.Hold;
using Spectre.Console;

namespace EdmShopper.Commands;

/// <summary>Shows how the figures of a node and the truth compare.</summary>
internal static class ComparisonScreen
{
    public static void Show(List<FigureLine> lines, IReadOnlyList<string> doubts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "truth", "shown", "");
        foreach (var line in lines) table.AddRow(line.Name.EscapeMarkup(), line.Truth.EscapeMarkup(), line.Shown.EscapeMarkup(), line.Holds ? "" : "[red]differs[/]");
        AnsiConsole.Write(table);
        foreach (var doubt in doubts) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]Not certain:[/] {doubt}");
        var differ = lines.Count(line => !line.Holds);
        AnsiConsole.WriteLine(differ == 0 ? $"All {lines.Count} figures are the truth." : $"{differ} of {lines.Count} figures differ.");
    }
}
