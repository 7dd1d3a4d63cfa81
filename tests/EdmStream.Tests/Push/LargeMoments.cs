using System.Runtime.CompilerServices;
using EdmStream.Push;
using EdmStream.Share;

namespace EdmStream.Tests.Push;

/// <summary>
/// Moments whose frames are large and have nothing in common, and which of them the node still holds. They are of 1970, so
/// that no connection has to wait for the beat before it is ready for the next one.
/// </summary>
internal sealed class LargeMoments
{
    /// <summary>The size of a frame, at least.</summary>
    public const int FrameBytes = 4 * PushNode.Buffer;

    private readonly IReadOnlyDictionary<int, WindowFigures> _windows = new LiveFigures().At([], 1_795_437_660_000);
    private readonly List<WeakReference> _made = [];

    public int Made => _made.Count;

    // Not inlined: what an unoptimised caller keeps on its stack would never be let go.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Moment Next()
    {
        // The moment and every frame made of it have these lists.
        var lists = _windows[5].Lists with { Buttons = [new KeyCount(new string((char)('a' + Made % 26), FrameBytes), Made)] };
        _made.Add(new WeakReference(lists));
        return new Moment(
            Made, 0, "live", 0, null, null, new Dictionary<int, WindowFigures> { [5] = _windows[5] with { Lists = lists } },
            new Dictionary<LogFilter, LogView> { [LogFilter.All] = LogView.Empty }, []);
    }

    /// <summary>How many of the newest ones are in memory, in whatever shape.</summary>
    public int HeldOf(int newest)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return _made.TakeLast(newest).Count(lists => lists.IsAlive);
    }
}
