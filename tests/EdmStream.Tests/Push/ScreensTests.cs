using EdmStream.Push;

namespace EdmStream.Tests.Push;

public class ScreensTests
{
    [Fact]
    public async Task Screens_are_counted_while_they_are_there()
    {
        var feed = new LiveFeed();
        feed.Publish(new LargeMoments().Next());
        var stream = new FrameStream(feed, new FrameDeltas(), TimeProvider.System);
        var frames = stream.ReadAsync(5, LogFilter.All, after: 0, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal(0, stream.Screens);

        Assert.True(await frames.MoveNextAsync());
        Assert.Equal(1, stream.Screens);

        await frames.DisposeAsync();
        Assert.Equal(0, stream.Screens);
    }
}
