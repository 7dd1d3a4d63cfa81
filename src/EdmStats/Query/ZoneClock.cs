using System.Text.RegularExpressions;

namespace EdmStats.Query;

/// <summary>The hours and days of a place, which may last 23 or 25 hours and begin at another minute than those of UTC.</summary>
internal sealed partial class ZoneClock(TimeZoneInfo zone)
{
    /// <summary>Every offset, and every change of one, is a multiple of it.</summary>
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public string Name => zone.Id;

    /// <param name="name">An IANA name, such as <c>Europe/Berlin</c>.</param>
    /// <returns>Null when it is none.</returns>
    public static ZoneClock? Find(string name) =>
        // It is looked for as a file of that name.
        ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? new(zone) : null;

    /// <summary>The moment as the place's clocks show it.</summary>
    public DateTimeOffset Show(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);

    /// <summary>The first moment of a day. Where clocks skip midnight, the day begins as they do; where midnight comes twice, with the first.</summary>
    public DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return Show(new DateTimeOffset(local, offset));
    }

    /// <summary>The first moment after the one given at which the place's clocks show another day, hour or minute.</summary>
    public DateTimeOffset Next(DateTimeOffset moment, SeriesStep by) => by switch
    {
        SeriesStep.Minute => Show(moment.AddMinutes(1)),
        SeriesStep.Hour => NextHour(moment),
        _ => NextDay(moment),
    };

    private DateTimeOffset NextDay(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(Show(moment).DateTime);

        // Places that crossed the date line skipped a day: it began when the one after it did.
        DateTimeOffset next;
        do next = Midnight(day = day.AddDays(1));
        while (next <= moment);
        return next;
    }

    private DateTimeOffset NextHour(DateTimeOffset moment)
    {
        var before = Show(moment);
        var next = Show(moment.AddTicks(Quarter.Ticks - (moment.UtcTicks % Quarter.Ticks)));

        // Clocks that are put forward by half an hour enter an hour in its middle.
        while (next.Minute != 0 && (next.Date, next.Hour) == (before.Date, before.Hour)) next = Show(next + Quarter);
        return next;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*)*$")]
    private static partial Regex ZoneName();
}
