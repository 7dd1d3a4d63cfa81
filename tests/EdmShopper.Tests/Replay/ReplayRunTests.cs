using EdmShopper.Book;

namespace EdmShopper.Tests.Replay;

public sealed class ReplayRunTests : IDisposable
{
    private readonly ReplayUnderTest _replay = new();

    [Fact]
    public async Task Every_line_arrives_once_and_the_totals_agree()
    {
        await using var relay = await ScriptedRelay.StartAsync();

        var code = await _replay.RunAsync(relay.Address, ClickLogFile.Csv(3_000, visitors: 50), map: ClickLogFile.Map);

        Assert.Equal(0, code);
        Assert.Equal(3_000, relay.Accepted.Select(e => (string)e["event_id"]!).Distinct().Count());
        Assert.Equal(3_000, relay.Accepted.Count);
        Assert.Matches(@"confirmed *│ *3,000 ", _replay.Screen);
        Assert.Contains("Not sent, since nothing says what they are: campaign.", _replay.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_did_arrives_in_the_order_of_the_file_though_requests_fail()
    {
        await using var relay = await ScriptedRelay.StartAsync((body, _) => Task.FromResult(body.Number % 3 == 2 ? (503, "{}") : body.Accepted));

        await _replay.RunAsync(relay.Address, ClickLogFile.Csv(3_000, visitors: 20), map: ClickLogFile.Map);

        foreach (var visitor in relay.Accepted.GroupBy(e => (string)e["uuid"]!))
        {
            var numbers = visitor.Select(e => int.Parse(((string)e["properties"]!["url"]!).Split('=')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(numbers.Order(), numbers);
        }

        Assert.Equal(3_000, relay.Accepted.Count);
    }

    [Fact]
    public async Task Bodies_keep_within_what_a_relay_takes()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        var wide = "type,event_timestamp,uuid,title\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"pageload,1,v{i},{new string('x', 2_000)}\n"));

        await _replay.RunAsync(relay.Address, wide);

        Assert.Equal(600, relay.Accepted.Count);
        Assert.True(relay.Received.Max(b => b.Bytes) <= 241 * 1024, $"{relay.Received.Max(b => b.Bytes)} bytes");
        Assert.All(relay.Received, b => Assert.InRange(b.Events.Count, 1, 500));
    }

    [Fact]
    public async Task The_book_says_what_was_sent_and_answered_and_the_screen_what_to_do_with_it()
    {
        await using var relay = await ScriptedRelay.StartAsync();

        await _replay.RunAsync(relay.Address, """{"event_id":"e1","type":"click","event_timestamp":1541792811040}""", name: "clicks.ndjson");

        var book = ShopperBook.Read(_replay.Book);
        var booked = Assert.Single(book.Events);
        Assert.Equal((PlanKind.Recorded, true), (booked.Plan.As, booked.IsConfirmed));
        Assert.Equal("""{"event_id":"e1","type":"click","event_timestamp":1541792811040}""", System.Text.Encoding.UTF8.GetString(booked.Plan.Event.Span));
        Assert.Equal((1, 1, 0, 0), (book.End!.Planned, book.End.Answered, book.End.Rejected, book.End.Unconfirmed));
        Assert.Contains($"EdmShopper verify {_replay.Book} --kafka host:port", _replay.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_lines_are_counted_the_first_ten_named_and_the_rest_is_sent()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        var text = "type,event_timestamp\n" + string.Concat(Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? "click,1\n" : "click,soon\n"));

        var code = await _replay.RunAsync(relay.Address, text);

        Assert.Equal(1, code);
        Assert.Equal(15, relay.Accepted.Count);
        Assert.Matches(@"read *│ *30 ", _replay.Screen);
        Assert.Equal(10, _replay.Screen.Split('\n').Count(l => l.StartsWith("Line ", StringComparison.Ordinal)));
        Assert.Contains("Line 3: 'soon' is not a time (milliseconds, seconds or ISO 8601)", _replay.Screen, StringComparison.Ordinal);
        Assert.Contains("… and 5 more bad lines", _replay.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_no_body_can_hold_is_a_bad_line()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        var text = "type,event_timestamp,title\nclick,1,a\nclick,1," + new string('x', 250_000) + "\nclick,1,b\n";

        var code = await _replay.RunAsync(relay.Address, text);

        Assert.Equal((1, 2), (code, relay.Accepted.Count));
        Assert.Contains("Line 3: longer than 240 KiB", _replay.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_refuses_makes_the_run_fail()
    {
        await using var relay = await ScriptedRelay.StartAsync((401, "{}"));

        Assert.Equal(1, await _replay.RunAsync(relay.Address, "type,event_timestamp\nclick,1\n"));
        Assert.Matches(@"refused by the relay *│ *1 ", _replay.Screen);
    }

    public void Dispose() => _replay.Dispose();
}
