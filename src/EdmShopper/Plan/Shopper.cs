using EdmShopper.Book;

namespace EdmShopper.Plan;

/// <summary>A place in the shop and who fills it: when somebody has left, the next one comes in.</summary>
/// <param name="shop">The shop's address.</param>
/// <param name="chance">The plan's chance, shared by all places: only the order in which they are asked decides.</param>
internal sealed class Shopper(string shop, Random chance)
{
    // In a thousand events of people with nothing special about them.
    private const int Doubles = 10;

    private Visitor? _visitor;
    private IEnumerator<Act>? _journey;

    /// <summary>What happens next here.</summary>
    /// <param name="due">When (milliseconds since 1970).</param>
    public PlannedEvent Next(long due)
    {
        while (_visitor is null || !_journey!.MoveNext())
        {
            _visitor = Visitor.Arrive(due, chance);
            _journey = new Journey(_visitor, shop, $"{due:x}-{chance.Next(0x1000000):x6}", chance).Take().GetEnumerator();
        }

        var act = _journey.Current;
        var id = SeededIds.Next(due, chance);
        var time = due - _visitor.Earlier + _visitor.Skew;
        var line = new PlanLine(id, due, KindOf(act), EventText.Write(id, _visitor, act, time), _visitor.Skew);
        return new PlannedEvent(line, _visitor.Id);
    }

    private PlanKind KindOf(Act act) =>
        _visitor!.As != PlanKind.Plain ? _visitor.As :
        act.IsReload ? PlanKind.Reload :
        chance.Next(1000) < Doubles ? PlanKind.Double :
        PlanKind.Plain;
}
