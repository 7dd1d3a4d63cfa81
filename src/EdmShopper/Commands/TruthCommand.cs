using System.CommandLine;
using System.Text.Json;
using EdmShopper.Book;
using EdmShopper.Hold;
using EdmShopper.Tell;

namespace EdmShopper.Commands;

/// <summary>
/// <c>EdmShopper truth FILE</c>: what any window must show, from the book alone. With <c>--against</c> a node's figures are
/// held against it. Exit codes: 0, or 1 when one figure differs.
/// </summary>
internal static class TruthCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The book." };
    private static readonly Option<long?> At = OptionTexts.Moment("--at", "The moment asked about: milliseconds since 1970, or a time such as 2026-11-24T12:00:00Z. When the last event was due if nothing is said.");
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    private static readonly Option<Uri?> Against = OptionTexts.OptionalAddress("--against", "Where a stream node answers, such as http://localhost:5082: what it shows now is held against the truth, digit for digit. Where only viewers may look, their key is in EDM_VIEWER_KEY.");

    // Not an option: whoever lists the machine's processes sees those.
    private const string KeyVariable = "EDM_VIEWER_KEY";

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("truth", "Works out of a book what every window must show.") { File, At, Json, Against };
        command.SetAction((parsed, stop) => TellAsync(parsed, stop));
        return command;
    }

    private static async Task<int> TellAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(File);
        ShopperBook book;
        try
        {
            book = ShopperBook.Read(file);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return CommandRun.Refuse($"{file} cannot be read as a book: {e.Message}");
        }

        if (parsed.GetValue(Against) is { } node) return await HoldAgainstAsync(book, node, stop);
        var truth = Truth.Of(book, parsed.GetValue(At));
        if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(truth, Snake));
        else TruthScreen.Show(truth);
        return 0;
    }

    private static async Task<int> HoldAgainstAsync(ShopperBook book, Uri node, CancellationToken stop)
    {
        try
        {
            var (lines, doubts) = await LiveComparison.OfAsync(book, node, Environment.GetEnvironmentVariable(KeyVariable), stop);
            ComparisonScreen.Show(lines, doubts);
            return lines.TrueForAll(line => line.Holds) ? 0 : CommandRun.NotAll;
        }
        catch (Exception e) when (e is HttpRequestException or InvalidDataException or JsonException)
        {
            return CommandRun.Refuse($"--against: {node} is no stream node that could be compared: {e.Message}");
        }
    }
}
