using EdmShopper.Verify;

namespace EdmShopper.Tests.Verify;

public class DoublesTests(SharedKafka kafka)
{
    private const string Answered = "doubles: answered twice", Unanswered = "doubles: an answer never came", Unexplained = "doubles: unexplained";

    private readonly Evidence _evidence = Evidence.OfOneVisitor();

    [Fact]
    public async Task A_double_that_nothing_explains_is_a_fault()
    {
        _evidence.Records.Add(_evidence["e1"].Again());

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.FailedIn(Check.DoublesExplained);
        Assert.Contains("e1 (there 2 times, 1 answered, 0 unanswered)", verdict.Screen, StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), Doubles(verdict));
    }

    [Fact]
    public async Task A_second_answer_explains_a_double()
    {
        _evidence.Try(200, "e1");
        _evidence.Records.Add(_evidence["e1"].Again());

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.Holds();
        Assert.Equal((1, 0, 0), Doubles(verdict));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(408)]
    [InlineData(503)]
    [InlineData(-1)]
    public async Task A_try_without_an_answer_explains_one_double(int status)
    {
        _evidence.Try(status, "e1");
        _evidence.Records.Add(_evidence["e1"].Again());

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.Holds();
        Assert.Equal((0, 1, 0), Doubles(verdict));
    }

    [Theory]
    [InlineData(503, ",\"tried\":false")]
    [InlineData(429, "")]
    [InlineData(413, "")]
    public async Task A_try_that_wrote_nothing_explains_nothing(int status, string more)
    {
        _evidence.Try(status, "e1", more);
        _evidence.Records.Add(_evidence["e1"].Again());

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.DoublesExplained);
    }

    [Fact]
    public async Task One_try_without_an_answer_does_not_explain_two_doubles()
    {
        _evidence.Try(0, "e1");
        _evidence.Records.Add(_evidence["e1"].Again());
        _evidence.Records.Add(_evidence["e1"].Again());

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.FailedIn(Check.DoublesExplained);
        Assert.Equal((0, 1, 1), Doubles(verdict));
    }

    [Fact]
    public async Task An_event_that_was_never_sent_and_is_there_is_a_fault()
    {
        _evidence.Store(_evidence.Plan("never-sent", "click", "v1"), partition: 1);

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.DoublesExplained);
    }

    [Fact]
    public async Task An_unconfirmed_event_may_be_there_or_not()
    {
        _evidence.Store(_evidence.Plan("there", "click", "v1"), partition: 1);
        _evidence.Plan("not-there", "click", "v1");
        _evidence.Try(0, "there");
        _evidence.Try(0, "not-there");

        var verdict = await _evidence.VerifyAsync(kafka);

        verdict.Holds();
        Assert.Equal((2, 1), (verdict.Number("unconfirmed"), verdict.Number("of these in the topics")));
    }

    [Fact]
    public async Task Doubles_in_two_partitions_are_a_fault()
    {
        _evidence.Send("alone", "click", visitor: null, partition: 0);
        _evidence.Try(200, "alone");
        _evidence.Records.Add(_evidence["alone"].Again());
        _evidence.Records[^1].Partition = 1;

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.DoublesTogether, Check.VisitorsTogether);
    }

    [Fact]
    public async Task Doubles_under_two_keys_are_a_fault()
    {
        _evidence.Try(200, "e1");
        _evidence.Records.Add(_evidence["e1"].Again());
        _evidence.Records[^1].Key = "another";

        (await _evidence.VerifyAsync(kafka)).FailedIn(Check.DoublesTogether, Check.Key);
    }

    private static (long, long, long) Doubles(Verdict verdict) => (verdict.Number(Answered), verdict.Number(Unanswered), verdict.Number(Unexplained));
}
