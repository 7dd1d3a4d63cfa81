using System.Net;
using EdmHosting.Access;
using Microsoft.Extensions.Time.Testing;

namespace EdmHosting.Tests.Access;

public class ViewerGateTests
{
    private const string Key = "a key that is long enough";
    private static readonly IPAddress Here = IPAddress.Loopback, Elsewhere = IPAddress.Parse("192.0.2.7");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Key, KeyTry.Right)]
    [InlineData($" {Key}\n", KeyTry.Right)]
    [InlineData("a key that is long enougH", KeyTry.Wrong)]
    [InlineData("", KeyTry.Wrong)]
    public void The_key_alone_opens_it(string tried, KeyTry expected)
    {
        using var gate = Gate(Key);
        Assert.Equal(expected, gate.Try(Here, tried));
    }

    [Fact]
    public void Any_instance_with_the_same_key_takes_the_ticket_of_another()
    {
        using var one = Gate(Key);
        using var other = Gate($"{Key}\n");
        Assert.True(other.IsTicket(one.Ticket()));
    }

    [Fact]
    public void Another_key_ends_all_tickets()
    {
        using var before = Gate(Key);
        using var after = Gate("another key, long enough");
        Assert.False(after.IsTicket(before.Ticket()));
    }

    [Fact]
    public void A_ticket_ends_after_seven_days()
    {
        using var gate = Gate(Key);
        var ticket = gate.Ticket();
        _time.Advance(ViewerGate.Stay - TimeSpan.FromSeconds(1));
        Assert.True(gate.IsTicket(ticket));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(gate.IsTicket(ticket));
    }

    [Fact]
    public void Nobody_makes_a_ticket_last_longer()
    {
        using var gate = Gate(Key);
        var ticket = gate.Ticket();
        var (end, signature) = (long.Parse(ticket.Split('.')[0], null), ticket.Split('.')[1]);
        foreach (var forged in new[] { $"{end + 1}.{signature}", $"0{ticket}", $"+{ticket}", $"{end}.", $"{end}", $"{end}.{signature}.", $"{end}.{signature}A", "", "." })
            Assert.False(gate.IsTicket(forged), forged);
    }

    [Fact]
    public void After_ten_wrong_keys_in_a_minute_no_more_is_tried_from_there_not_even_the_right_one()
    {
        using var gate = Gate(Key);
        for (var i = 0; i < 10; i++) Assert.Equal(KeyTry.Wrong, gate.Try(Here, "wrong"));

        Assert.Equal(KeyTry.TooMany, gate.Try(Here, "wrong"));
        Assert.Equal(KeyTry.TooMany, gate.Try(Here, Key));
        Assert.Equal(KeyTry.Right, gate.Try(Elsewhere, Key));
    }

    [Fact]
    public void Whoever_has_a_network_of_version_6_has_no_more_tries_than_others()
    {
        using var gate = Gate(Key);
        for (var i = 1; i <= 10; i++) Assert.Equal(KeyTry.Wrong, gate.Try(IPAddress.Parse($"2001:db8::{i}"), "wrong"));

        Assert.Equal(KeyTry.TooMany, gate.Try(IPAddress.Parse("2001:db8:0:0:ffff::"), Key));
        Assert.Equal(KeyTry.Right, gate.Try(IPAddress.Parse("2001:db8:0:1::"), Key));
    }

    [Fact]
    public void The_right_key_can_be_shown_as_often_as_one_likes()
    {
        using var gate = Gate(Key);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(KeyTry.Right, gate.Try(Here, Key)));
    }

    private ViewerGate Gate(string key) => new(new AccessOptions { ViewerKey = key }, _time);
}
