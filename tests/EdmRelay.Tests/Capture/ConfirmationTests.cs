using EdmKafka;
using static EdmKafka.WriteOutcome;

namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class ConfirmationTests(RunningRelay relay)
{
    private const string Event = """{"event_id":"a","type":"click","event_timestamp":1}""";
    private const string Legacy = """{"topic":"edm-ui-click","uuid":"v","event_timestamp":1}""";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData(NotWritten)]
    [InlineData(NotWritten, NotWritten, NotWritten)]
    [InlineData(NotWritten, TooLarge)]
    public async Task Events_that_no_broker_has_are_503_and_not_tried(params WriteOutcome[] outcomes)
    {
        var answer = await PostAsync(outcomes);

        Assert.False((await answer.ProblemAsync(503)).GetProperty("tried").GetBoolean());
        Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData(Unknown, Unknown)]
    [InlineData(NotWritten, Unknown)]
    [InlineData(Written, NotWritten)]
    [InlineData(NotWritten, Written)]
    [InlineData(Unknown, Written)]
    [InlineData(Written, TooLarge, NotWritten)]
    public async Task Events_of_which_a_broker_may_have_one_are_503_as_a_whole(params WriteOutcome[] outcomes)
    {
        var answer = await PostAsync(outcomes);

        var problem = await answer.ProblemAsync(503);
        Assert.False(problem.TryGetProperty("tried", out _));
        Assert.Equal("Send the whole body again, with the same event ids.", problem.GetProperty("detail").GetString());
        Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_batch_that_was_not_confirmed_is_503_though_an_event_of_it_is_bad()
    {
        _kafka.Outcome = _ => NotWritten;

        await (await relay.PostAsync("/events", $"[7,{Event}]")).ProblemAsync(503);
    }

    [Theory]
    [InlineData("/produceClickMessage", NotWritten, false)]
    [InlineData("/producePageLoad", NotWritten, false)]
    [InlineData("/produceClickMessage", Unknown, null)]
    [InlineData("/producePageLoad", Unknown, null)]
    public async Task A_record_of_2018_is_refused_in_the_same_way(string path, WriteOutcome outcome, bool? tried)
    {
        _kafka.Outcome = _ => outcome;

        var answer = await relay.PostAsync(path, Legacy);

        var problem = await answer.ProblemAsync(503);
        Assert.Equal(tried, problem.TryGetProperty("tried", out var said) ? said.GetBoolean() : null);
        Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_record_of_2018_that_is_too_large_for_the_brokers_is_422()
    {
        _kafka.Outcome = _ => TooLarge;

        var problem = await (await relay.PostAsync("/produceClickMessage", Legacy)).ProblemAsync(422);

        Assert.Equal("too large for the brokers", problem.GetProperty("rejected")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_brokers_words_stay_inside()
    {
        _kafka.Outcome = _ => Unknown;

        Assert.DoesNotContain("as told", await (await relay.PostAsync("/events", Event)).TextAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(WriteOutcome[] outcomes)
    {
        _kafka.Outcome = i => outcomes[i];
        return relay.PostAsync("/events", $"[{string.Join(',', outcomes.Select(_ => Event))}]");
    }
}
