using System.CommandLine;
using System.Globalization;
using EdmShopper.Book;
using EdmShopper.Replay;
using Spectre.Console;

namespace EdmShopper.Commands;

/// <summary><c>EdmShopper --rate 2000 --for 60s …</c>: lets shoppers in, and keeps the book.</summary>
internal static class PartyCommand
{
    private const int MostShoppers = 1_000_000, MostConnections = 1_000;

    private static readonly Option<double> Rate = OptionTexts.Rate("--rate", 20, "Events a second, whatever is answered (an open loop).");
    private static readonly Option<TimeSpan> For = OptionTexts.Duration("--for", TimeSpan.FromMinutes(1), "How long: 500ms, 60s, 5m, 1h.");
    private static readonly Option<int> Shoppers = OptionTexts.Number("--shoppers", () => 10, 1, MostShoppers, "How many are in the shop at the same time.");
    private static readonly Option<int> Seed = OptionTexts.Number("--seed", () => Random.Shared.Next(1_000_000), 0, int.MaxValue, "What chance starts from: the same seed gives the same shoppers. A new one each time when nothing is said.");
    private static readonly Option<Uri> Relay = OptionTexts.Address("--relay", "http://localhost:5080", "The relay's address.");
    private static readonly Option<string?> WriteKey = new("--write-key") { Description = "The relay's write key, where it wants one." };
    private static readonly Option<string?> File = new("--book") { Description = "The book's file, which must not be there yet; shoppers-TIME.ndjson in this folder when nothing is said." };
    private static readonly Option<int> Connections = OptionTexts.Number("--connections", () => 32, 1, MostConnections, "How many requests may be on their way at the same time.");
    private static readonly Option<TimeSpan> Patience = OptionTexts.Duration("--patience", TimeSpan.FromMinutes(1), "How long to go on, after the last event was due, with those that are not answered.");
    private static readonly ReplayCommand Replay = new();

    public static RootCommand Create(TimeProvider time)
    {
        var command = new RootCommand("Shoppers that behave like people and know the truth: load, demo traffic, proof.")
        {
            Rate, For, Shoppers, Seed, Relay, WriteKey, File, Connections, Patience,
        };
        foreach (var option in Replay.Options) command.Options.Add(option);
        command.SetAction((parsed, stop) => RunAsync(parsed, time, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken stop)
    {
        var settings = new PartySettings(parsed.GetRequiredValue(Relay), parsed.GetValue(Shoppers), parsed.GetValue(Rate), parsed.GetValue(For), parsed.GetValue(Seed))
        {
            WriteKey = parsed.GetValue(WriteKey),
            Connections = parsed.GetValue(Connections),
            Patience = parsed.GetValue(Patience),
        };
        var file = parsed.GetValue(File) ?? $"shoppers-{time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.ndjson";
        if (parsed.GetValue(Replay.From) is not null)
            return await Replay.RunAsync(parsed, settings.Relay, settings.WriteKey, settings.Connections, file, time, stop);

        BookWriter book;
        try
        {
            book = BookWriter.Create(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandRun.Refuse($"--book: {file} cannot be made: {e.Message} A book is evidence and never written over: name another file.");
        }

        using (book)
        {
            AnsiConsole.WriteLine(CultureInfo.InvariantCulture, "Book {0}, seed {1}, relay {2}", file, settings.Seed, settings.Relay);
            var party = new ShopperParty(settings, book, time);
            await PartyScreen.FollowAsync(party, settings, time, stop);
            PartyScreen.Summarize(party.Totals);
            return party.Totals is { Unconfirmed: 0, Rejected: 0 } ? 0 : CommandRun.NotAll;
        }
    }
}
