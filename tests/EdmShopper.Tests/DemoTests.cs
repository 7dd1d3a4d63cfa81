using System.Net.Http.Json;
using System.Text.Json;
using EdmShopper.Book;
using EdmShopper.Tell;

namespace EdmShopper.Tests;

public sealed class DemoTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"edm-book-{Guid.NewGuid():N}.ndjson");

    [Fact]
    public async Task What_the_demo_shows_of_a_party_is_what_its_book_says()
    {
        await using var demo = await ServiceProcess.StartAsync("EdmDemo");
        using var http = new HttpClient { BaseAddress = demo.Address };
        await demo.ReadyAsync();

        using (var book = BookWriter.Create(_file))
        {
            var settings = new PartySettings(demo.Address, Shoppers: 20, Rate: 200, TimeSpan.FromSeconds(5), Seed: 7);
            var party = new ShopperParty(settings, book, TimeProvider.System);
            await party.RunAsync(TestContext.Current.CancellationToken);
            Assert.Equal((1000, 1000), (party.Totals.Added, party.Totals.Confirmed));
        }

        var truth = Truth.Of(ShopperBook.Read(_file));
        Assert.True(truth.Certain, string.Join(" ", truth.Doubts));
        var (shown, duplicate, bot, late) = truth.Verdicts;
        Assert.Equal(duplicate.AtLeast, duplicate.AtMost);
        Assert.True(bot > 0 && late > 0 && duplicate.AtLeast > 0, $"{truth.Verdicts}");

        await Eventually.EqualAsync(
            (shown + duplicate.AtLeast + bot + late, shown, duplicate.AtLeast, bot, late),
            async () =>
            {
                var snapshot = await http.GetFromJsonAsync<JsonElement>("live/snapshot?window=30", TestContext.Current.CancellationToken);
                return (Sum(snapshot, "read"), Sum(snapshot, "shown"), Sum(snapshot, "duplicate"), Sum(snapshot, "bot"), Sum(snapshot, "late"));
            },
            Soon);

        // What was counted last may be said a moment later than that it was.
        await Eventually.EqualAsync(
            (truth.Windows[1].Clicks, truth.Windows[1].PageLoads),
            async () =>
            {
                var figures = (await http.GetFromJsonAsync<JsonElement>("live/snapshot?window=30", TestContext.Current.CancellationToken)).GetProperty("figures");
                return (figures.GetProperty("clicks").GetProperty("value").GetInt32(), figures.GetProperty("pageloads").GetProperty("value").GetInt32());
            },
            Soon);
    }

    public void Dispose() => File.Delete(_file);

    private static int Sum(JsonElement snapshot, string column) => snapshot.GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty(column).GetInt32());
}
