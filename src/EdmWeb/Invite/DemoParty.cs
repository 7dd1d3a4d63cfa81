using System.Threading.Channels;
using EdmShopper;
using EdmShopper.Book;

namespace EdmWeb.Invite;

/// <summary>Ten shoppers for two minutes, one party at a time. It ends with the program, and nobody keeps its book.</summary>
internal sealed partial class DemoParty(TimeProvider time, ILogger<DemoParty> log) : BackgroundService
{
    private const int Shoppers = 10;
    private const double EventsASecond = 10;
    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Channel<PartySettings> _invitations = Channel.CreateUnbounded<PartySettings>();
    private Invited? _inside;

    /// <summary>Calls shoppers in.</summary>
    /// <param name="relay">Where their events go.</param>
    /// <param name="inside">Who is in now: the ones called, or those who were there already.</param>
    /// <returns>Whether they were called: not while others are in.</returns>
    public bool TryInvite(Uri relay, out Invited inside)
    {
        lock (_lock)
        {
            var free = _inside is null;
            inside = _inside ??= new Invited(Shoppers, (time.GetUtcNow() + Stay).ToUnixTimeMilliseconds());
            if (free) _invitations.Writer.TryWrite(new PartySettings(relay, Shoppers, EventsASecond, Stay, Random.Shared.Next()));
            return free;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var settings in _invitations.Reader.ReadAllAsync(stoppingToken))
        {
            LogCame(settings.Shoppers, settings.Relay, settings.Seed);
            using var book = BookWriter.Nowhere();
            var party = new ShopperParty(settings, book, time);
            await party.RunAsync(stoppingToken);
            LogLeft(party.Totals.Confirmed, party.Totals.Rejected, party.Totals.Unconfirmed);
            if (party.Totals is { Confirmed: 0, LastTrouble: { } trouble }) LogUnheard(settings.Relay, trouble);
            lock (_lock) _inside = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Shoppers} shoppers came in; their events go to {Relay}, seed {Seed}")]
    private partial void LogCame(int shoppers, Uri relay, int seed);

    [LoggerMessage(Level = LogLevel.Information, Message = "The shoppers left: {Confirmed} events answered, {Rejected} refused, {Unconfirmed} unconfirmed")]
    private partial void LogLeft(int confirmed, int rejected, int unconfirmed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No event of the shoppers was taken by {Relay}: {Trouble}. Set Web:Relay to the relay's address")]
    private partial void LogUnheard(Uri relay, string trouble);
}
