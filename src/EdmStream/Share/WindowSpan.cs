using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>A window at a moment, in buckets, and its steps: about as many as a chart can show apart, each beginning at a round time.</summary>
/// <param name="Length">The window's length.</param>
/// <param name="Moment">The bucket of the moment.</param>
/// <param name="Step">A step's length.</param>
internal readonly record struct WindowSpan(int Length, int Moment, int Step)
{
    public WindowSpan(int minutes, int moment) : this(minutes * Buckets.AMinute, moment, minutes switch { 5 => 1, 30 => 3, _ => 6 })
    {
    }

    /// <summary>The last bucket that the window no longer holds.</summary>
    public int After => Moment - Length;

    /// <summary>The first bucket of the first step, which may begin before the window does.</summary>
    public int First => (After + 1) / Step * Step;

    public int Steps => (Moment - First) / Step + 1;
}
