using System.Text;
using EdmShopper.Book;
using EdmShopper.Plan;
using EdmShopper.Tell;
using EdmShopper.Tests.Send;

namespace EdmShopper.Tests;

public sealed class ShopperPartyTests : IDisposable
{
    private const string Fine = """{"accepted":1,"rejected":[]}""";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"edm-book-{Guid.NewGuid():N}.ndjson");

    [Fact]
    public async Task What_is_going_to_be_sent_is_on_disk_before_it_arrives()
    {
        var missing = new List<string>();
        await using var relay = await ScriptedRelay.StartAsync((body, _) =>
        {
            var book = ShopperBook.Read(_file);
            var planned = book.Events.Select(e => e.Plan.Id).ToHashSet();
            var tried = book.Tries.SelectMany(t => t.Events).ToHashSet();
            lock (missing) missing.AddRange(body.Ids.Where(id => !planned.Contains(id) || !tried.Contains(id)));
            return Task.FromResult((200, Fine));
        });
        var party = await HeldAsync(relay.Address, seconds: 1);
        Assert.Equal(100, party.Totals.Confirmed);
        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_book_ends_with_the_sums_and_tells_the_truth()
    {
        await using var relay = await ScriptedRelay.StartAsync((body, _) => Task.FromResult(body.Number % 5 == 0 ? (503, "{}") : (200, Fine)));
        await HeldAsync(relay.Address, seconds: 2);
        var book = ShopperBook.Read(_file);
        Assert.Equal((200, 200, 0, 0), (book.End!.Planned, book.End.Answered, book.End.Rejected, book.End.Unconfirmed));
        Assert.All(book.Events, e => Assert.True(e.IsConfirmed));

        var truth = Truth.Of(book);
        var copies = book.Events.Count(e => e.Plan.As is PlanKind.Double or PlanKind.Reload);
        Assert.Equal(copies, truth.Verdicts.Duplicate.AtLeast);
        Assert.True(truth.Verdicts.Duplicate.AtMost > copies);
        Assert.Equal(book.Events.Count(e => e.Plan.As == PlanKind.Bot), truth.Verdicts.Bot);
        Assert.Equal(200 + copies - book.Events.Count(e => e.Plan.As == PlanKind.Reload), truth.Verdicts.Shown + copies + truth.Verdicts.Bot + truth.Verdicts.Late);
    }

    [Fact]
    public async Task The_plan_in_the_book_is_the_one_that_the_seed_gives()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, Fine));
        await HeldAsync(relay.Address, seconds: 1);
        var book = ShopperBook.Read(_file);
        var again = new ShopPlan(
            new PlanSettings(7, 100, TimeSpan.FromSeconds(1), 10, DateTimeOffset.FromUnixTimeMilliseconds(book.Head!.Started)), relay.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(again.Events().Select(e => Encoding.UTF8.GetString(e.Line.Event.Span)), book.Events.Select(e => Encoding.UTF8.GetString(e.Plan.Event.Span)));
    }

    [Fact]
    public async Task A_stall_shows_in_the_latencies_of_all_who_waited_for_it()
    {
        // One request of more than a hundred takes a second. Of the requests that is less than a hundredth; of those who shop, every other one waits.
        await using var relay = await ScriptedRelay.StartAsync(async (body, _) =>
        {
            if (body.Number == 20) await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            return (200, Fine);
        });
        var party = await HeldAsync(relay.Address, seconds: 2, connections: 1, shoppers: 500);
        Assert.InRange(party.Totals.OfRequests.At(95).TotalMilliseconds, 0, 500);
        Assert.True(party.Totals.FromDue.At(99) > TimeSpan.FromMilliseconds(800), $"{party.Totals.FromDue.At(99).TotalMilliseconds} ms");
        Assert.True(party.Totals.FromDue.At(75) > TimeSpan.FromMilliseconds(400), $"{party.Totals.FromDue.At(75).TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Who_is_stopped_finishes_what_is_on_its_way_and_closes_the_book()
    {
        using var stop = new CancellationTokenSource();
        await using var relay = await ScriptedRelay.StartAsync(async (body, _) =>
        {
            if (body.Number == 10) await stop.CancelAsync();
            return (200, Fine);
        });
        var party = await HeldAsync(relay.Address, seconds: 600, stop: stop);
        Assert.InRange(party.Totals.Added, 10, 2_000);
        Assert.Equal(0, party.Totals.Unconfirmed);
        Assert.Equal(party.Totals.Added, ShopperBook.Read(_file).End!.Planned);
    }

    [Fact]
    public async Task Where_nobody_answers_patience_ends_and_the_book_says_what_is_not_known()
    {
        await using var relay = await ScriptedRelay.StartAsync((503, "{}"));
        var party = await HeldAsync(relay.Address, seconds: 0.5, patience: TimeSpan.FromSeconds(0.5));
        Assert.Equal((50, 0, 50), (party.Totals.Added, party.Totals.Confirmed, party.Totals.Unconfirmed));
        Assert.False(Truth.Of(ShopperBook.Read(_file)).Certain);
    }

    public void Dispose() => File.Delete(_file);

    private async Task<ShopperParty> HeldAsync(
        Uri relay, double seconds, int connections = 8, int shoppers = 10, TimeSpan? patience = null, CancellationTokenSource? stop = null)
    {
        using var book = BookWriter.Create(_file);
        var settings = new PartySettings(relay, shoppers, Rate: 100, TimeSpan.FromSeconds(seconds), Seed: 7)
        {
            Connections = connections,
            Patience = patience ?? TimeSpan.FromSeconds(30),
        };
        var party = new ShopperParty(settings, book, TimeProvider.System);
        await party.RunAsync(stop?.Token ?? TestContext.Current.CancellationToken);
        return party;
    }
}
