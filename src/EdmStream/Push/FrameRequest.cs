using EdmStream.Count;

namespace EdmStream.Push;

/// <summary>What a dashboard asks for.</summary>
/// <param name="Window">The window in minutes: 5, 30 or 60.</param>
public sealed record FrameRequest(int Window)
{
    public const int DefaultWindow = 30;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Mistake => Buckets.Windows.Contains(Window) ? null : $"window must be one of {string.Join(", ", Buckets.Windows)} (minutes)";
}
