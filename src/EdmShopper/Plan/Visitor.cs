using EdmShopper.Book;

namespace EdmShopper.Plan;

/// <summary>Who somebody is, and what is special about it.</summary>
/// <param name="Id">The visitor's id.</param>
/// <param name="Session">The visit's.</param>
/// <param name="As">What is special about all of the visitor's events.</param>
/// <param name="UserAgent">Browser or crawler.</param>
/// <param name="Referrer">Where the visitor came from; empty when from nowhere.</param>
/// <param name="Money">What the visitor pays in.</param>
/// <param name="Earlier">How long before its sending an event happened, in milliseconds.</param>
/// <param name="Skew">How far the visitor's clock is ahead, in milliseconds.</param>
internal sealed record Visitor(
    string Id, string Session, PlanKind As, string UserAgent, string Referrer, Money Money, long Earlier = 0, long Skew = 0)
{
    // In a thousand visitors.
    private const int Bots = 60, LatePhones = 20, OfflinePhones = 20, WrongClocks = 30;

    public static Visitor Arrive(long now, Random chance)
    {
        var id = SeededIds.Next(now, chance);
        var session = SeededIds.Next(now, chance);
        var kind = chance.Next(1000);
        if (kind < Bots) return new Visitor(id, session, PlanKind.Bot, UserAgents.Crawler(chance), "", Money.Pick(chance));
        if ((kind -= Bots) < LatePhones) return Phone(PlanKind.Late) with { Earlier = Between(120, 180) };
        if ((kind -= LatePhones) < OfflinePhones) return Phone(PlanKind.Late) with { Earlier = Between(2, 9) };
        if (kind - OfflinePhones < WrongClocks) return Phone(PlanKind.Skewed) with { Skew = Between(30, 720) * (chance.Next(2) == 0 ? 1 : -1) };
        return new Visitor(id, session, PlanKind.Plain, UserAgents.Browser(chance), Referrers.Pick(chance), Money.Pick(chance));

        Visitor Phone(PlanKind what) => new(id, session, what, UserAgents.Phone(chance), Referrers.Pick(chance), Money.Pick(chance));

        long Between(int least, int most) => chance.NextInt64(least * 60_000L, most * 60_000L);
    }
}
