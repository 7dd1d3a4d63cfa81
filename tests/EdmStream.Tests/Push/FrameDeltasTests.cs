using EdmStream.Push;
using EdmStream.Share;

namespace EdmStream.Tests.Push;

public class FrameDeltasTests
{
    private const int Asking = 4, Moments = 400;

    private readonly FrameDeltas _deltas = new();
    private readonly IReadOnlyDictionary<int, WindowFigures> _windows = new LiveFigures().At([], 1_795_437_660_000);

    [Fact]
    public void The_same_way_is_the_same_change_for_all()
    {
        var (from, to) = (MomentOf(1), MomentOf(2));

        Assert.Same(_deltas.Of(from, to, 5, LogFilter.All), _deltas.Of(from, to, 5, LogFilter.All));
        Assert.NotSame(_deltas.Of(from, to, 5, LogFilter.All), _deltas.Of(from, to, 5, new LogFilter("click", null)));
    }

    [Fact]
    public void Whoever_asks_meanwhile_each_is_told_the_way_to_the_moment_named()
    {
        // All go from the same moment, to others that follow on each other while they ask.
        var from = MomentOf(1);
        var moments = Enumerable.Range(2, Moments).Select(n => MomentOf(n)).ToArray();

        Parallel.For(0, Asking, new ParallelOptions { MaxDegreeOfParallelism = Asking, CancellationToken = TestContext.Current.CancellationToken }, _ =>
        {
            foreach (var to in moments)
                Assert.Equal(to.Sequence, _deltas.Of(from, to, 5, LogFilter.All).Change.GetProperty("sequence").GetInt64());
        });
    }

    private Moment MomentOf(long sequence) => new(
        sequence, 0, "live", 0, null, null, _windows, new Dictionary<LogFilter, LogView> { [LogFilter.All] = LogView.Empty }, []);
}
