using EdmShopper.Book;
using EdmShopper.Plan;
using EdmShopper.Send;

namespace EdmShopper;

/// <summary>Shoppers in a shop for a while: plans what they do, writes it down, sends it, and writes down what was answered.</summary>
/// <param name="settings">Who, where and for how long.</param>
/// <param name="book">Where it is written down; <see cref="BookWriter.Nowhere"/> when nobody will ask.</param>
/// <param name="time">The clock.</param>
public sealed class ShopperParty(PartySettings settings, BookWriter book, TimeProvider time)
{
    /// <summary>Events due within this long go together: it keeps thousands a second cheap.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    /// <summary>Answers are in the file no later than this, however seldom something is due.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    /// <summary>How long whoever stopped the party waits for what is on its way.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(5);

    /// <summary>What became of the events so far.</summary>
    public SendTotals Totals { get; } = new();

    /// <summary>Lets them in; ends when all have left and every event is settled, or patience has.</summary>
    /// <param name="stop">Lets nobody do anything more; what is on its way has five seconds to be answered.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        using var relay = new RelayClient(settings.Relay, settings.Connections, settings.WriteKey);
        var sender = new EventSender(relay, book, settings.Connections, time) { Totals = Totals };

        using var enough = new CancellationTokenSource();
        var sending = sender.RunAsync(enough.Token);
        await PlanAsync(sender, stop);
        sender.Complete();
        await sending.WaitAsync(settings.Patience, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stop.IsCancellationRequested) await sending.WaitAsync(LastCall, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await enough.CancelAsync();
        await sending;

        book.Write(new EndLine(Now(), Totals.Added, Totals.Confirmed, Totals.Rejected, Totals.Unconfirmed));
        book.Flush();
    }

    private async Task PlanAsync(EventSender sender, CancellationToken stop)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(Now());
        book.Write(new BookHead(settings.Seed, settings.Rate, settings.Duration.TotalSeconds, settings.Shoppers, start.ToUnixTimeMilliseconds()));
        var shop = settings.Relay.GetLeftPart(UriPartial.Authority);
        var plan = new ShopPlan(new PlanSettings(settings.Seed, settings.Rate, settings.Duration, settings.Shoppers, start), shop);
        foreach (var (line, visitor) in plan.Events())
        {
            if (!await IsDueAsync(line.Due, stop)) return;
            book.Write(line);
            sender.Add(new OutgoingEvent(line.Id, visitor, line.Event, line.Due) { Skew = line.Skew, Copies = line.As == PlanKind.Double ? 2 : 1 });
        }
    }

    private async Task<bool> IsDueAsync(long due, CancellationToken stop)
    {
        while (due > Now() && !stop.IsCancellationRequested)
        {
            book.Flush();
            var wait = Math.Clamp(due - Now(), Tick.TotalMilliseconds, LongestWait.TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(wait), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
