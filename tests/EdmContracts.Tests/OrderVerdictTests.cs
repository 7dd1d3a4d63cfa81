using static EdmContracts.Tests.PartitionLog;

namespace EdmContracts.Tests;

/// <summary>The thank-you page may be loaded again: it says the same order with another event id.</summary>
public class OrderVerdictTests
{
    private const string Completed = "order_completed";
    private readonly PartitionLog _log = new();

    [Theory]
    [InlineData(0, Verdict.Duplicate)]
    [InlineData(66 * Minute, Verdict.Duplicate)]
    [InlineData(66 * Minute + 1, Verdict.Shown)]
    [InlineData(-Minute, Verdict.Duplicate)]
    public void An_order_is_completed_once_though_the_event_ids_differ(long after, Verdict expected)
    {
        _log.Append(new(Start, Id: "a", Type: Completed, Order: "o-1"));

        Assert.Equal(expected, _log.Append(new(Start + after, Id: "b", Type: Completed, Order: "o-1")));
    }

    [Fact]
    public void An_order_is_completed_once_though_there_are_no_event_ids()
    {
        _log.Append(new(Start, Type: Completed, Order: "o-1"));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Type: Completed, Order: "o-1")));
    }

    [Fact]
    public void Another_order_counts()
    {
        _log.Append(new(Start, Id: "a", Type: Completed, Order: "o-1"));

        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "b", Type: Completed, Order: "o-2")));
    }

    [Fact]
    public void Orders_without_a_number_are_told_apart_by_their_event_ids()
    {
        _log.Append(new(Start, Id: "a", Type: Completed));

        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "b", Type: Completed)));
        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Id: "a", Type: Completed)));
    }

    [Fact]
    public void An_order_id_in_another_type_neither_makes_a_duplicate_nor_is_one()
    {
        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "a", Type: "order_updated", Order: "o-1")));
        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "b", Type: Completed, Order: "o-1")));
        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "c", Type: "order_refunded", Order: "o-1")));
    }

    [Fact]
    public void An_order_id_is_no_event_id()
    {
        _log.Append(new(Start, Id: "o-1"));

        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "b", Type: Completed, Order: "o-1")));
    }

    [Fact]
    public void An_order_with_a_repeated_event_id_is_remembered_by_its_number()
    {
        _log.Append(new(Start, Id: "a"));
        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Id: "a", Type: Completed, Order: "o-1")));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Id: "b", Type: Completed, Order: "o-1")));
    }

    [Fact]
    public void An_order_with_a_repeated_number_is_remembered_by_its_event_id()
    {
        _log.Append(new(Start, Id: "a", Type: Completed, Order: "o-1"));
        _log.Append(new(Start, Id: "b", Type: Completed, Order: "o-1"));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Id: "b")));
    }
}
