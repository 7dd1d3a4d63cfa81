namespace EdmShopper.Tell;

/// <param name="ButtonId">Which button.</param>
/// <param name="Clicks">How often it was clicked.</param>
public sealed record ButtonTruth(string ButtonId, int Clicks)
{
    internal static List<ButtonTruth> Of(IEnumerable<LogEntry> inside) =>
        [.. inside.Where(e => e.Type == "click" && e.Text("button_id") is not null).CountBy(e => e.Text("button_id")!)
            .Select(b => new ButtonTruth(b.Key, b.Value)).OrderByDescending(b => b.Clicks).ThenBy(b => b.ButtonId, StringComparer.Ordinal)];
}
