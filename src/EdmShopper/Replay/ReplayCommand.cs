using System.CommandLine;
using Spectre.Console;

namespace EdmShopper.Replay;

/// <summary>The options of <c>EdmShopper --from FILE</c> that no other way of sending has.</summary>
internal sealed class ReplayCommand
{
    private readonly Option<string?> _from = new("--from")
    {
        Description = "Send a recorded click log, CSV with a header or NDJSON, instead of making shoppers up.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _format = new("--format") { Description = "csv or ndjson, where the file's name does not say it (.csv .tsv .txt, .ndjson .jsonl .json)." };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "Which columns of a CSV log fill which fields: type=event,uuid=user_id,event_timestamp=ts,properties.button_id=button; "
            + "a text in single quotes is the same for all: type='click'. Columns named as the fields need no map. "
            + "Times are milliseconds or seconds since 1970, or ISO 8601 (without a zone: UTC).",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _speed = new("--speed")
    {
        Description = "own: with the gaps as recorded; 10: ten times faster; max: as fast as it goes.",
        DefaultValueFactory = _ => "max",
    };

    private readonly Option<bool> _now = new("--now")
    {
        Description = "Shift all times so that the first event happens now, and the others when they are sent. Without it the events keep their times: "
            + "what is older than an hour is late, so the live view does not show it, and the history counts it in its own minute.",
    };

    /// <summary>The option that says that a log is to be sent.</summary>
    public Option<string?> From => _from;

    public IEnumerable<Option> Options => [_from, _format, _map, _speed, _now];

    /// <summary>Sends the log; the rest of the command line says where to, and where the book is written.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult said, Uri relay, string? writeKey, int connections, string book, TimeProvider time, CancellationToken stop)
    {
        var options = new ReplayOptions(
            said.GetValue(_from)!, said.GetValue(_format), said.GetValue(_map) ?? [], said.GetValue(_speed)!, said.GetValue(_now), relay, writeKey, connections, book);
        return new ReplayRun(options, AnsiConsole.Console, time).RunAsync(stop);
    }
}
