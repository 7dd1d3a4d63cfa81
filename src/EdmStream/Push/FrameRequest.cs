using EdmStream.Count;

namespace EdmStream.Push;

/// <summary>What a dashboard asks for.</summary>
/// <param name="Window">The window in minutes: 5, 30 or 60.</param>
/// <param name="Kind">Only these in the log: <c>pageload</c>, <c>click</c> or <c>commerce</c>; null for all.</param>
/// <param name="Text">Only those whose visitor, type or text holds this; null for all.</param>
/// <param name="After">The position of the last frame that it had, of whichever node; null where there was none.</param>
public sealed record FrameRequest(int Window, string? Kind = null, string? Text = null, long? After = null)
{
    public const int DefaultWindow = 30;
    private const int LongestText = 128;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Mistake =>
        !Buckets.Windows.Contains(Window) ? $"window must be one of {string.Join(", ", Buckets.Windows)} (minutes)" :
        Kind is not null && LogFilter.TopicOf(Kind) is null ? "kind must be pageload, click or commerce, or left out" :
        Text?.Length > LongestText ? $"text must be at most {LongestText} characters long" :
        null;

    internal LogFilter Filter => new(Kind, string.IsNullOrWhiteSpace(Text) ? null : Text.Trim().ToUpperInvariant());
}
