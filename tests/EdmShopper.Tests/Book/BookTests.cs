using System.Text;
using EdmShopper.Book;

namespace EdmShopper.Tests.Book;

public class BookTests
{
    private const string Event = """{"event_id":"a","type":"click","note":"ü <b>"}""";

    private static readonly PlanLine Plan = new("a", 1000, PlanKind.Double, Encoding.UTF8.GetBytes(Event), Skew: -7);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var book = Read(Written(w =>
        {
            w.Write(new BookHead(7, 2000, 60, 500, 1000));
            w.Write(Plan);
            w.WriteTry(1001, ["a"]);
            w.Write(new AnswerLine(1, 1002, 503, [], Tried: false, Error: "not now"));
            w.WriteTry(1003, ["a"]);
            w.Write(new AnswerLine(2, 1004, 200, [new RejectedLine("a", "no type")]));
            w.Write(new EndLine(1005, 1, 0, 1, 0));
        }));

        Assert.Equal(new BookHead(7, 2000, 60, 500, 1000), book.Head);
        Assert.Equal(new EndLine(1005, 1, 0, 1, 0), book.End);
        Assert.False(book.IsTorn);
        var booked = Assert.Single(book.Events);
        Assert.Equal(("a", 1000, PlanKind.Double, -7), (booked.Plan.Id, booked.Plan.Due, booked.Plan.As, booked.Plan.Skew));
        Assert.Equal(Event, Encoding.UTF8.GetString(booked.Plan.Event.Span));
        Assert.Equal([(1, 1001, 503, false, "not now"), (2, 1003, 200, true, null)],
            booked.Tries.Select(t => (t.Number, t.At, t.Answer!.Status, t.Answer.Tried, t.Answer.Error)));
        Assert.Equal(new RejectedLine("a", "no type"), Assert.Single(booked.Tries[1].Answer!.Rejected));
    }

    [Fact]
    public void Each_line_says_by_its_first_key_what_it_is() => Assert.Equal(
        ["""{"plan":"a","due":1000,"as":"double","event":{"event_id":"a","type":"click","note":"ü <b>"},"skew":-7}""", """{"try":1,"at":1001,"events":["a"]}"""],
        Written(w =>
        {
            w.Write(Plan);
            w.WriteTry(1001, ["a"]);
        }).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_torn_last_line_is_survived()
    {
        var text = Written(w =>
        {
            w.Write(Plan);
            w.WriteTry(1001, ["a"]);
            w.Write(new AnswerLine(1, 1002, 200, []));
        });

        for (var cut = text.TrimEnd('\n').LastIndexOf('\n') + 2; cut < text.Length - 1; cut++)
        {
            var book = Read(text[..cut]);
            Assert.True(book.IsTorn);
            Assert.True(Assert.Single(book.Events).IsOpen);
        }
    }

    [Fact]
    public void A_torn_line_elsewhere_is_refused_and_named() =>
        Assert.Contains("Line 2", Assert.Throws<InvalidDataException>(() => Read("{\"book\":1,\"seed\":1,\"rate\":1,\"seconds\":1,\"shoppers\":1,\"started\":1}\n{\"plan\":\n{\"end\":1}\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_lacks_something_is_refused_and_named() =>
        Assert.Contains("Line 1", Assert.Throws<InvalidDataException>(() => Read("{\"try\":1}\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_of_a_later_kind_is_passed_over() => Assert.Empty(Read("{\"weather\":\"fine\"}\n").Events);

    [Fact]
    public void A_book_is_never_written_over()
    {
        var file = Path.GetTempFileName();
        Assert.Throws<IOException>(() => BookWriter.Create(file));
        File.Delete(file);
    }

    [Theory]
    [InlineData(200, true, true, false)]
    [InlineData(0, true, false, true)]
    [InlineData(408, true, false, true)]
    [InlineData(500, true, false, true)]
    [InlineData(503, true, false, true)]
    [InlineData(503, false, false, false)]
    [InlineData(429, true, false, false)]
    [InlineData(422, true, false, false)]
    public void An_answer_says_whether_the_relay_has_the_event_and_whether_it_may(int status, bool tried, bool confirmed, bool mayBe)
    {
        var booked = Booked(new AnswerLine(1, 2, status, [], tried));
        Assert.Equal((confirmed, mayBe), (booked.IsConfirmed, booked.MayBeWrittenUnanswered));
        Assert.Equal(mayBe && !confirmed, booked.IsOpen);
    }

    [Fact]
    public void A_try_without_any_answer_may_have_been_written() => Assert.True(Booked(null).IsOpen);

    [Fact]
    public void An_event_that_the_answer_lists_as_rejected_is_not_confirmed()
    {
        var booked = Booked(new AnswerLine(1, 2, 200, [new RejectedLine("a", "no type")]));
        Assert.Equal((false, "no type", false), (booked.IsConfirmed, booked.RejectedFor, booked.IsOpen));
    }

    [Fact]
    public void An_event_whose_body_is_refused_is_rejected() => Assert.Equal("Write key wanted", Booked(new AnswerLine(1, 2, 401, [], Error: "Write key wanted")).RejectedFor);

    private static BookedEvent Booked(AnswerLine? answer) => new(Plan, [new TryLine(1, 1, ["a"]) { Answer = answer }]);

    private static string Written(Action<BookWriter> write)
    {
        var lines = new MemoryStream();
        using (var book = new BookWriter(lines)) write(book);
        return Encoding.UTF8.GetString(lines.ToArray());
    }

    private static ShopperBook Read(string text) => ShopperBook.Read(new StringReader(text));
}
