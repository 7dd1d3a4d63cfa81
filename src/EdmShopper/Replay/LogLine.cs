namespace EdmShopper.Replay;

/// <summary>What a line of the file became: an event, or a bad line with the reason.</summary>
/// <param name="Number">Where it begins, counted from 1.</param>
/// <param name="Event">Null for a bad line.</param>
/// <param name="Reason">Null for an event.</param>
internal readonly record struct LogLine(long Number, RecordedEvent? Event, string? Reason)
{
    public static LogLine Bad(long number, string reason) => new(number, null, reason);

    public static LogLine BadTime(long number, string time) => Bad(number, time.Length == 0 ? "no time" : $"'{time}' is not a time (milliseconds, seconds or ISO 8601)");
}
