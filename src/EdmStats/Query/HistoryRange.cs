using System.Globalization;

namespace EdmStats.Query;

/// <summary>A stretch of time as the clocks of a place show it; <see cref="To"/> is exclusive.</summary>
internal sealed record HistoryRange(ZoneClock Clock, DateTimeOffset From, DateTimeOffset To)
{
    private const string Allowed =
        "A date (2026-10-25: midnight in the zone), or a date and time with its offset (2026-10-25T09:15:00+02:00, or Z for UTC)";

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    // Far enough from the ends of time that no zone leads past them.
    private static readonly DateTimeOffset First = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero), Last = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The range's edges, in minutes since 1970.</summary>
    public IReadOnlyList<long> Edges => [MinuteOf(From), MinuteOf(To)];

    /// <summary>A file's name that says what was asked for.</summary>
    public string FileOf(string what) => string.Create(CultureInfo.InvariantCulture, $"edm-{what}-{From:yyyy-MM-dd}-to-{To:yyyy-MM-dd}");

    public static long MinuteOf(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMinute;

    /// <returns>Null when anything is wrong, which is then added to the mistakes.</returns>
    public static HistoryRange? Read(string? from, string? to, string? zone, QueryLimits limits, QueryMistakes mistakes)
    {
        var clock = ZoneClock.Find(string.IsNullOrWhiteSpace(zone) ? "UTC" : zone);
        if (clock is null) mistakes.Add("zone", "An IANA time zone, such as Europe/Berlin; UTC when it is not said.");
        var (start, end) = (Moment("from", from, clock, limits, mistakes), Moment("to", to, clock, limits, mistakes));
        if (start >= end) mistakes.Add("to", "Later than from: it is the first moment that does not belong to the range.");
        return clock is null || start is null || end is null || start >= end ? null : new(clock, clock.Show(start.Value), clock.Show(end.Value));
    }

    private static DateTimeOffset? Moment(string parameter, string? text, ZoneClock? clock, QueryLimits limits, QueryMistakes mistakes)
    {
        // A plus that was not escaped arrives as a blank.
        text = text?.Trim().Replace(' ', '+') ?? "";
        DateTimeOffset moment;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 3000)
        {
            // A day of a zone that is not known means nothing; the zone is the mistake then.
            if (clock is null) return null;
            moment = clock.Midnight(day);
        }
        else if (!HasOffset(text) || !DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
        {
            mistakes.Add(parameter, $"{Allowed}.");
            return null;
        }

        if (moment < First || moment > Last)
            mistakes.Add(parameter, "Between 1970-01-02 and 2999-12-31.");
        else if (moment.Ticks % TimeSpan.TicksPerMinute != 0)
            mistakes.Add(parameter, $"{Allowed}, on a whole minute.");
        else if (moment < limits.MinutesFrom && moment.UtcTicks % (15 * TimeSpan.TicksPerMinute) != 0)
            mistakes.Add(parameter, $"A whole quarter of an hour: single minutes are kept for {limits.MinutesKept}.");
        else
            return moment;
        return null;
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
