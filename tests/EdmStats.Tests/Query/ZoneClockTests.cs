using System.Globalization;
using EdmStats.Query;

namespace EdmStats.Tests.Query;

public class ZoneClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2030-10-27", 25)]
    [InlineData("Europe/Berlin", "2030-03-31", 23)]
    [InlineData("America/New_York", "2030-11-03", 25)]
    [InlineData("America/New_York", "2030-03-10", 23)]
    [InlineData("Asia/Kathmandu", "2030-10-27", 24)]
    [InlineData("Australia/Lord_Howe", "2030-04-07", 24.5)]
    [InlineData("Australia/Lord_Howe", "2030-10-06", 23.5)]
    [InlineData("America/Santiago", "2030-09-08", 23)]
    [InlineData("America/Havana", "2030-11-03", 25)]
    [InlineData("UTC", "2030-10-27", 24)]
    public void A_day_lasts_as_long_as_the_clocks_of_its_place_make_it(string zone, string day, double hours)
    {
        var clock = ZoneClock.Find(zone)!;
        var midnight = clock.Midnight(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.FromHours(hours), clock.Next(midnight, SeriesStep.Day) - midnight);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2030-10-27", "00+02 01+02 02+02 02+01 03+01")]
    [InlineData("Europe/Berlin", "2030-03-31", "00+01 01+01 03+02")]
    [InlineData("Asia/Kathmandu", "2030-10-27", "00+05:45 01+05:45")]
    public void Hours_are_those_of_the_clock(string zone, string day, string expected)
    {
        var shown = Hours(zone, day).Select(hour => hour.ToString("HHzzz", CultureInfo.InvariantCulture).Replace(":00", "", StringComparison.Ordinal));

        Assert.Equal(expected.Split(' '), shown.Take(expected.Split(' ').Length));
    }

    [Fact]
    public void An_hour_that_the_clock_repeats_by_half_lasts_longer() =>
        Assert.Equal(
            ["00:00+11:00", "01:00+11:00", "02:00+10:30", "03:00+10:30"],
            Hours("Australia/Lord_Howe", "2030-04-07").Take(4).Select(h => h.ToString("HH:mmzzz", CultureInfo.InvariantCulture)));

    [Fact]
    public void An_hour_that_the_clock_skips_by_half_is_shorter() =>
        Assert.Equal(
            ["00:00+10:30", "01:00+10:30", "02:30+11:00", "03:00+11:00"],
            Hours("Australia/Lord_Howe", "2030-10-06").Take(4).Select(h => h.ToString("HH:mmzzz", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("Europe/Atlantis")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/dev/zero")]
    [InlineData("Europe//Berlin")]
    [InlineData("zone.tab")]
    [InlineData("Europe")]
    public void What_is_no_zone_is_none(string name) => Assert.Null(ZoneClock.Find(name));

    private static IEnumerable<DateTimeOffset> Hours(string zone, string day)
    {
        var clock = ZoneClock.Find(zone)!;
        for (var hour = clock.Midnight(DateOnly.Parse(day, CultureInfo.InvariantCulture)); ; hour = clock.Next(hour, SeriesStep.Hour)) yield return hour;
    }
}
