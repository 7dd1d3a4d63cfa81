using System.CommandLine;
using System.Text.Json;
using EdmShopper.Book;
using EdmShopper.Tell;

namespace EdmShopper.Commands;

/// <summary><c>EdmShopper truth FILE</c>: what any window must show, from the book alone.</summary>
internal static class TruthCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The book." };
    private static readonly Option<long?> At = OptionTexts.Moment("--at", "The moment asked about: milliseconds since 1970, or a time such as 2026-11-24T12:00:00Z. When the last event was due if nothing is said.");
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("truth", "Works out of a book what every window must show.") { File, At, Json };
        command.SetAction(parsed => Tell(parsed.GetRequiredValue(File), parsed.GetValue(At), parsed.GetValue(Json)));
        return command;
    }

    private static int Tell(string file, long? at, bool json)
    {
        ShopperBook book;
        try
        {
            book = ShopperBook.Read(file);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return CommandRun.Refuse($"{file} cannot be read as a book: {e.Message}");
        }

        var truth = Truth.Of(book, at);
        if (json) Console.WriteLine(JsonSerializer.Serialize(truth, Snake));
        else TruthScreen.Show(truth);
        return 0;
    }
}
