using System.CommandLine;
using Spectre.Console;

namespace EdmShopper.Verify;

/// <summary><c>EdmShopper verify FILE --kafka …</c>: whether what a book says was answered is in the topics.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var book = new Argument<string>("FILE") { Description = "The book that was written while sending (--book)." };
        var kafka = new Option<string?>("--kafka")
        {
            Description = "The brokers, host:port with commas; else KAFKA_URL or KAFKA_BOOTSTRAP_SERVERS, with the certificates and the SASL user that stand in KAFKA_…",
        };
        var prefix = new Option<string?>("--prefix") { Description = "What stands before the topics' names; else KAFKA_PREFIX." };
        var command = new Command("verify", "Reads the topics and compares them with a book: 0 all holds, 1 something does not, 2 it could not be told.")
        {
            book, kafka, prefix,
        };
        command.SetAction((said, stop) =>
        {
            var mistakes = new List<string>();
            var place = TopicsPlace.Read(said.GetValue(kafka), said.GetValue(prefix), Environment.GetEnvironmentVariable, mistakes);
            foreach (var mistake in mistakes) AnsiConsole.Console.MarkupLineInterpolated($"[red]{mistake}[/]");
            return place is null
                ? Task.FromResult(Verification.NotChecked)
                : new Verification(AnsiConsole.Console).RunAsync(said.GetValue(book)!, place, stop);
        });
        return command;
    }
}
