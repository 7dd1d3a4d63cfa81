using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EdmShopper.Book;
using EdmShopper.Tell;

namespace EdmShopper.Hold;

/// <summary>Holds what a node shows at this moment against the truth of a book, digit for digit. The topics must hold nothing else.</summary>
internal static class LiveComparison
{
    private static readonly int[] Windows = [5, 30, 60];
    private static readonly string[] Verdicts = ["shown", "duplicate", "bot", "late", "rejected", "expired"];

    /// <param name="book">The book.</param>
    /// <param name="node">Where the node answers.</param>
    /// <param name="viewerKey">The key of those who may look, where there is one.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>A line a figure: verdicts first, then window by window; and what the book cannot know.</returns>
    /// <exception cref="HttpRequestException">The node does not answer.</exception>
    /// <exception cref="InvalidDataException">It is not live, or what it answers is no snapshot.</exception>
    public static async Task<(List<FigureLine> Lines, IReadOnlyList<string> Doubts)> OfAsync(ShopperBook book, Uri node, string? viewerKey, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = node };
        if (!string.IsNullOrWhiteSpace(viewerKey)) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", viewerKey.Trim());
        var lines = new List<FigureLine>();
        var doubts = new List<string>();
        foreach (var minutes in Windows)
        {
            var snapshot = await SnapshotAsync(http, minutes, stop);
            var truth = Truth.Of(book, snapshot.GetProperty("at").GetInt64());
            if (lines.Count == 0) lines.AddRange(Books(snapshot, truth));
            lines.AddRange(Figures(snapshot, truth, minutes));
            doubts.AddRange(truth.Doubts.Except(doubts));
        }

        return (lines, doubts);
    }

    private static async Task<JsonElement> SnapshotAsync(HttpClient http, int minutes, CancellationToken stop)
    {
        var snapshot = await http.GetFromJsonAsync<JsonElement>($"live/snapshot?window={minutes}", stop);
        var state = snapshot.ValueKind == JsonValueKind.Object && snapshot.TryGetProperty("state", out var said) ? said.GetString() : null;
        return state == "live" ? snapshot : throw new InvalidDataException(state is null ? "it answers, but not with a snapshot" : $"it is {state}: ask again when it is live");
    }

    private static IEnumerable<FigureLine> Books(JsonElement snapshot, Truth truth)
    {
        var partitions = snapshot.GetProperty("partitions").EnumerateArray().ToList();
        long Sum(string column) => partitions.Sum(p => p.GetProperty(column).GetInt64());
        var (shown, duplicate, bot, late) = truth.Verdicts;
        yield return Same("shown", shown, Sum("shown"));
        var repeats = Sum("duplicate");
        yield return new FigureLine(
            "duplicate", duplicate.AtLeast == duplicate.AtMost ? Text(duplicate.AtLeast) : $"{duplicate.AtLeast} to {duplicate.AtMost}", Text(repeats),
            repeats >= duplicate.AtLeast && repeats <= duplicate.AtMost);
        yield return Same("bot", bot, Sum("bot"));
        yield return Same("late", late, Sum("late"));
        yield return Same("rejected", 0, Sum("rejected"));
        yield return Same("read = all verdicts and expired, in each partition", 0, partitions.Count(p => p.GetProperty("read").GetInt64() != Verdicts.Sum(v => p.GetProperty(v).GetInt64())), "{0} do not hold");
    }

    private static IEnumerable<FigureLine> Figures(JsonElement snapshot, Truth truth, int minutes)
    {
        var known = TruthText.Of(truth, truth.Windows.Single(w => w.Minutes == minutes)).ToDictionary(f => f.Name, f => f.Text);
        var shown = SnapshotText.Of(snapshot).ToDictionary(f => f.Name, f => f.Text);
        return known.Keys.Union(shown.Keys).Select(name =>
        {
            var (truthText, shownText) = (known.GetValueOrDefault(name, "–"), shown.GetValueOrDefault(name, "–"));
            return new FigureLine($"{minutes} min: {name}", truthText, shownText, truthText == shownText);
        });
    }

    private static FigureLine Same(string name, long truth, long shown, string format = "{0}") =>
        new(name, string.Format(CultureInfo.InvariantCulture, format, truth), string.Format(CultureInfo.InvariantCulture, format, shown), truth == shown);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
