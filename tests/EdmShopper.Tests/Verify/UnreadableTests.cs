using EdmShopper.Verify;

namespace EdmShopper.Tests.Verify;

public class UnreadableTests(SharedKafka kafka)
{
    private const string Head = """{"book":1,"seed":7,"rate":1,"seconds":1,"shoppers":1,"started":1795000000000}""" + "\n";

    [Theory]
    [InlineData("", "This is not a book: its first line does not begin with {\"book\":1.")]
    [InlineData("{\"a\":1}\n", "This is not a book: its first line does not begin with {\"book\":1.")]
    [InlineData("{\"book\":2,\"started\":1}\n", "This is a book of version 2; this program reads version 1.")]
    public async Task A_file_that_is_no_book_is_told_apart_from_a_book_that_fails(string text, string message)
    {
        var verdict = await new Evidence().VerifyBookAsync(text, "127.0.0.1:1");

        Assert.Equal(Verification.NotChecked, verdict.ExitCode);
        Assert.Contains(message, verdict.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_in_the_midst_is_named()
    {
        var verdict = await new Evidence().VerifyBookAsync(Head + "{\"try\":1,\"at\n{\"end\":1}\n", "127.0.0.1:1");

        Assert.Equal(Verification.NotChecked, verdict.ExitCode);
        Assert.Contains("Line 2 of the book cannot be read", verdict.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_that_was_cut_off_is_left_out()
    {
        var evidence = Evidence.OfOneVisitor();
        evidence.Line("{\"try\":99,\"at\":1,\"eve");

        (await evidence.VerifyAsync(kafka)).Holds();
    }

    [Fact]
    public async Task Topics_that_are_not_there_are_named()
    {
        var evidence = new Evidence();

        var verdict = await evidence.VerifyBookAsync(Head, await kafka.BootstrapServersAsync());

        Assert.Equal(Verification.NotChecked, verdict.ExitCode);
        Assert.Contains($"Topic {evidence.Prefix}edm-ui-click cannot be read", verdict.Screen, StringComparison.Ordinal);
    }
}
