using EdmShopper.Verify;

namespace EdmShopper.Tests.Verify;

public class PresenceTests(SharedKafka kafka)
{
    private readonly Evidence _evidence = Evidence.OfOneVisitor();

    [Fact]
    public async Task All_as_it_should_be_holds_and_is_counted()
    {
        _evidence.Send("e4", "click", visitor: null, partition: 0);
        _evidence.Plan("refused", "click", "v1");
        _evidence.Try(422, "refused");
        _evidence.Plan("never-sent", "click", "v1");

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.Holds();
        Assert.Equal((6, 4, 1, 1), (verdict.Number("planned"), verdict.Number("confirmed"), verdict.Number("refused"), verdict.Number("unconfirmed")));
        Assert.Equal((4, 4, 0), (verdict.Number("records in the topics"), verdict.Number("different events among them"), verdict.Number("records of others")));
    }

    [Fact]
    public async Task An_answered_event_that_is_missing_is_named()
    {
        _evidence.Records.Remove(_evidence["e2"]);

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.FailedIn(Check.AnsweredAreThere);
        Assert.Contains("(1 times), first:\n  e2\n", verdict.Screen.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_answered_twice_and_is_there_once_is_missing()
    {
        _evidence.Try(200, "e1");

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.FailedIn(Check.AnsweredAreThere);
        Assert.Contains("e1 (answered 2 times, there 1)", verdict.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_that_are_missing_ten_are_named()
    {
        for (var i = 10; i < 22; i++) _evidence.Send($"e{i}", "click", "v1", partition: 1);
        _evidence.Records.RemoveAll(r => r.Value["event_id"]!.GetValue<string>().Length == 3);

        var verdict = await _evidence.VerifyAsync(kafka);

        Assert.Contains("(12 times), first:", verdict.Screen, StringComparison.Ordinal);
        Assert.Equal(10, verdict.Screen.Split('\n').Count(line => line.StartsWith("  e", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(422, "")]
    [InlineData(401, "")]
    [InlineData(200, ",\"rejected\":[{\"event_id\":\"refused\",\"reason\":\"no type\"}]")]
    public async Task A_refused_event_that_is_there_is_a_fault(int status, string more)
    {
        _evidence.Store(_evidence.Plan("refused", "click", "v1"), partition: 1);
        _evidence.Try(status, "refused", more);

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.RefusedAreNot);
    }

    [Fact]
    public async Task A_refused_event_may_be_there_when_a_try_before_had_no_answer()
    {
        _evidence.Store(_evidence.Plan("refused", "click", "v1"), partition: 1);
        _evidence.Try(0, "refused");
        _evidence.Try(401, "refused");

        (await _evidence.VerifyAsync(kafka)).Holds();
    }

    [Fact]
    public async Task Records_of_others_are_counted_and_left_alone()
    {
        _evidence.Store(new() { ["event_id"] = "of-others", ["type"] = "click" }, partition: 0).ContentType = null;

        var verdict = await _evidence.VerifyAsync(kafka, "not JSON", "[]", "{}", "{\"event_id\":7}", "");

        verdict.Holds();
        Assert.Equal(6, verdict.Number("records of others"));
    }

    [Fact]
    public async Task Records_from_long_before_the_book_are_not_read()
    {
        var old = _evidence["e1"].Again();
        old.Timestamp -= 120_000;
        _evidence.Records.Insert(0, old);

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.Holds();
        Assert.Equal(3, verdict.Number("records in the topics"));
    }
}
