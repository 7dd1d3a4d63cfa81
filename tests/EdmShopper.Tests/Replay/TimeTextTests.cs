using EdmShopper.Replay;

namespace EdmShopper.Tests.Replay;

public class TimeTextTests
{
    [Theory]
    [InlineData("1541792811040", 1541792811040)]
    [InlineData("1541792811", 1541792811000)]
    [InlineData("1541792811.04", 1541792811040)]
    [InlineData("2018-11-09T19:46:51.040Z", 1541792811040)]
    [InlineData("2018-11-09T20:46:51.040+01:00", 1541792811040)]
    [InlineData("2018-11-09 19:46:51", 1541792811000)]
    [InlineData("2018-11-09", 1541721600000)]
    [InlineData(" 1541792811040 ", 1541792811040)]
    public void Milliseconds_seconds_and_ISO_8601_are_read(string text, long expected)
    {
        Assert.True(TimeText.TryRead(text, out var milliseconds));
        Assert.Equal(expected, milliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1e12")]
    [InlineData("253402300800000")]
    [InlineData("09/11/2018")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2018-13-09")]
    [InlineData("19:46:51")]
    public void Anything_else_is_not_a_time(string text) => Assert.False(TimeText.TryRead(text, out _));
}
