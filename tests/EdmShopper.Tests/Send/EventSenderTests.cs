using EdmShopper.Send;

namespace EdmShopper.Tests.Send;

public class EventSenderTests
{
    private const string Fine = """{"accepted":1,"rejected":[]}""", Problem = """{"title":"Kafka has not confirmed the events"}""";
    private const string NotTried = """{"title":"Kafka has not confirmed the events","tried":false}""";

    [Fact]
    public async Task An_event_that_is_answered_is_confirmed()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, Fine));
        using var one = await SentAsync(relay);
        Assert.Equal((1, 1, 0, 0), (one.Totals.Added, one.Totals.Confirmed, one.Totals.Rejected, one.Totals.Unconfirmed));
        Assert.True(one.Book.Events[0].IsConfirmed);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_is_not_known_is_sent_again_under_the_same_id(int status)
    {
        await using var relay = await ScriptedRelay.StartAsync((status, Problem), (200, Fine));
        using var one = await SentAsync(relay);
        Assert.Equal(["e", "e"], relay.Received.SelectMany(b => b.Ids));
        Assert.Equal((1, 1, 2), (one.Totals.Confirmed, one.Totals.Unanswered, one.Totals.Requests));
        Assert.Equal([status, 200], one.Book.Events[0].Tries.Select(t => t.Answer!.Status));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Any_other_4xx_means_never(int status)
    {
        await using var relay = await ScriptedRelay.StartAsync((status, Problem), (200, Fine));
        using var one = await SentAsync(relay);
        Assert.Equal((0, 1, 1), (one.Totals.Confirmed, one.Totals.Rejected, relay.Received.Count));
        Assert.Equal("Kafka has not confirmed the events", one.Totals.LastTrouble);
    }

    [Fact]
    public async Task A_rejected_event_does_not_take_the_others_of_its_body_with_it()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, """{"accepted":1,"rejected":[{"index":0,"event_id":"e1","reason":"no type"}]}"""));
        using var one = new OneSender(relay.Address);
        one.Add("e1");
        one.Add("e2");
        await one.RunAsync();
        Assert.Equal((1, 1), (one.Totals.Confirmed, one.Totals.Rejected));
        Assert.Equal(("no type", true), (one.Book.Events[0].RejectedFor, one.Book.Events[1].IsConfirmed));
    }

    [Fact]
    public async Task A_relay_that_says_nothing_is_asked_again()
    {
        await using var relay = await ScriptedRelay.StartAsync(async (body, response) =>
        {
            if (body.Number == 0) response.HttpContext.Abort();
            await Task.Yield();
            return (200, Fine);
        });
        using var one = await SentAsync(relay);
        Assert.Equal([0, 200], one.Book.Events[0].Tries.Select(t => t.Answer!.Status));
        Assert.True(one.Book.Events[0].MayBeWrittenUnanswered);
    }

    [Fact]
    public async Task A_relay_that_is_too_slow_is_asked_again()
    {
        var held = new TaskCompletionSource();
        await using var relay = await ScriptedRelay.StartAsync(async (body, _) =>
        {
            if (body.Number == 0) await held.Task;
            return (200, Fine);
        });
        using var one = new OneSender(relay.Address, patience: TimeSpan.FromMilliseconds(300));
        one.Add("e");
        await one.RunAsync();
        held.SetResult();
        Assert.Equal((0, "no answer within 0.3 s"), (one.Book.Tries[0].Answer!.Status, one.Book.Tries[0].Answer!.Error));
        Assert.Equal(1, one.Totals.Confirmed);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_written()
    {
        using var client = new RelayClient(new Uri("http://127.0.0.1:1"), connections: 1);
        var answer = await client.PostAsync([new OutgoingEvent("e", "a", "{}"u8.ToArray(), 0)], 0, TestContext.Current.CancellationToken);
        Assert.Equal((0, false), (answer.Status, answer.Tried));
    }

    [Fact]
    public async Task A_relay_that_wrote_nothing_is_remembered_for_it()
    {
        await using var relay = await ScriptedRelay.StartAsync((503, NotTried), (200, Fine));
        using var one = await SentAsync(relay);
        Assert.False(one.Book.Events[0].MayBeWrittenUnanswered);
    }

    [Fact]
    public async Task The_second_copy_of_an_event_goes_after_its_answer_and_counts_apart()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, Fine));
        using var one = new OneSender(relay.Address);
        one.Add("e", copies: 2);
        await one.RunAsync();
        Assert.Equal(["e", "e"], relay.Received.SelectMany(b => b.Ids));
        Assert.Equal((1, 1, 1), (one.Totals.Added, one.Totals.Confirmed, one.Totals.Copies));
        Assert.Equal(2, one.Book.Events[0].Confirmations.Count());
        Assert.True(one.Book.Tries[1].At >= one.Book.Tries[0].Answer!.At);
    }

    [Fact]
    public async Task The_write_key_is_the_user_name()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, Fine));
        using var one = new OneSender(relay.Address, writeKey: "key");
        one.Add("e");
        await one.RunAsync();
        Assert.Equal("Basic " + Convert.ToBase64String("key:"u8), relay.Received[0].Authorization);
    }

    [Fact]
    public async Task A_phone_with_a_wrong_clock_says_by_that_clock_when_it_sends_and_sends_alone()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, Fine));
        using var one = new OneSender(relay.Address, connections: 1);
        one.Add("e1", "a");
        one.Add("e2", "b", skew: 3_600_000);
        one.Add("e3", "c");
        await one.RunAsync();
        Assert.DoesNotContain(relay.Received, b => b.Ids.Contains("e2") && b.Ids.Count > 1);
        Assert.All(relay.Received.Zip(one.Book.Tries), both => Assert.Equal(both.First.Ids.Contains("e2") ? 3_600_000 : 0, both.First.Sent - both.Second.At));
    }

    private static async Task<OneSender> SentAsync(ScriptedRelay relay)
    {
        var one = new OneSender(relay.Address);
        one.Add("e");
        await one.RunAsync();
        return one;
    }
}
