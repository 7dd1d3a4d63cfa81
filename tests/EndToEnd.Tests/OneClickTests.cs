using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace EndToEnd.Tests;

public class OneClickTests(SharedKafka kafka)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_click_is_shown_with_nothing_installed()
    {
        await using var demo = await ServiceProcess.StartAsync("EdmDemo");
        await ShowsOneClickAsync(demo, demo);
    }

    [Fact]
    public async Task A_click_is_shown_through_a_real_cluster()
    {
        var settings = await OnKafkaAsync();
        await using var demo = await InProcessService.StartAsync("EdmDemo", settings);
        await ShowsOneClickAsync(demo, demo);
    }

    [Fact]
    public async Task A_click_is_shown_when_every_service_runs_alone()
    {
        var settings = await OnKafkaAsync();
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await using var stream = await ServiceProcess.StartAsync("EdmStream", settings);
        await ShowsOneClickAsync(relay, stream);
    }

    [Fact]
    public async Task A_connection_gets_the_snapshot_first_and_then_what_the_click_changes()
    {
        await using var demo = await InProcessService.StartAsync("EdmDemo");
        using var sender = new Sender(demo.Address);
        await Eventually.EqualAsync("waiting", async () => (await sender.SnapshotAsync()).GetProperty("state").GetString(), Soon);

        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(demo.Address, "live")).Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        var frames = connection.StreamAsync<JsonElement>("Frames", new { window = 5 }, TestContext.Current.CancellationToken);
        await using var frame = frames.GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await frame.MoveNextAsync());
        Assert.Equal(0, frame.Current.GetProperty("figures").GetProperty("clicks").GetProperty("value").GetInt32());
        var first = frame.Current.GetProperty("sequence").GetInt64();

        await sender.PostAsync(Sender.Click(Sender.NewId()));

        // What was counted, who was there and the row of the log are three words of the same click: a frame may come between them.
        JsonElement? counted = null, row = null;
        while (counted is null || row is null)
        {
            Assert.True(await frame.MoveNextAsync());
            var change = frame.Current.GetProperty("change");
            if (change.TryGetProperty("figures", out var figures) && figures.TryGetProperty("clicks", out var clicks) && clicks.TryGetProperty("value", out _)) counted ??= change;
            if (frame.Current.GetProperty("events") is { } rows && rows.GetArrayLength() > 0) row ??= rows[0];
        }

        Assert.Equal(1, counted.Value.GetProperty("figures").GetProperty("clicks").GetProperty("value").GetInt32());
        Assert.True(counted.Value.GetProperty("sequence").GetInt64() > first);
        Assert.Equal("browse-kits", counted.Value.GetProperty("lists").GetProperty("buttons")[0].GetProperty("key").GetString());
        await AssertIsToldAsync(connection, row.Value);
    }

    [Fact]
    public async Task A_window_that_does_not_exist_is_refused_with_the_ones_that_do()
    {
        await using var demo = await InProcessService.StartAsync("EdmDemo");
        using var sender = new Sender(demo.Address);

        var answer = await sender.Http.GetAsync("live/snapshot?window=7", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("window must be one of 5, 30, 60 (minutes)", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task AssertIsToldAsync(HubConnection connection, JsonElement row)
    {
        Assert.Equal("browse-kits", row.GetProperty("text").GetString());
        var record = await connection.InvokeAsync<JsonElement>(
            "Record", row.GetProperty("topic").GetString(), row.GetProperty("partition").GetInt32(), row.GetProperty("offset").GetInt64(), TestContext.Current.CancellationToken);
        Assert.Contains("browse-kits", record.GetProperty("json").GetString(), StringComparison.Ordinal);
        Assert.Equal(row.GetProperty("received").GetInt64(), record.GetProperty("receivedTime").GetInt64());
    }

    private async Task<(string, string?)[]> OnKafkaAsync() =>
        [("KAFKA_URL", "kafka://" + (await kafka.BootstrapServersAsync()).Replace(",", ",kafka://", StringComparison.Ordinal)), ("KAFKA_PREFIX", SharedKafka.NewPrefix())];

    private static async Task ShowsOneClickAsync(RunningService relay, RunningService stream)
    {
        using var sender = new Sender(relay.Address);
        using var screen = new Sender(stream.Address);
        await Eventually.EqualAsync("waiting", async () => (await screen.SnapshotAsync()).GetProperty("state").GetString(), Soon);
        await Eventually.EqualAsync(200, () => sender.StatusAsync("health/ready"), Soon);

        var id = Sender.NewId();
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync(Sender.Click(id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync(Sender.Click(id))).StatusCode);

        await Eventually.EqualAsync(2, () => screen.BooksAsync("read"), Soon);
        Assert.Equal((1, 1), (await screen.BooksAsync("shown"), await screen.BooksAsync("duplicate")));
        await Eventually.EqualAsync(1, screen.ClicksAsync, Soon);
        Assert.Equal(1, (await screen.SnapshotAsync()).GetProperty("figures").GetProperty("visitorsNow").GetProperty("value").GetInt32());
    }
}
