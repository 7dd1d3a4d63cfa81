using System.Globalization;
using EdmShopper.Book;
using EdmShopper.Tell;

namespace EdmShopper.Tests.Tell;

/// <summary>A small book written by hand: each event was sent when it was due, in a request of its own, and answered ten milliseconds later.</summary>
internal sealed class HandWritten
{
    /// <summary>The moment that the tests ask about: the beginning of a bucket.</summary>
    public const long Moment = 1_900_000_000_000;

    private readonly List<string> _lines = [];
    private int _events, _tries;

    /// <summary>Somebody did something so long before the moment, and it was told at once.</summary>
    public HandWritten Told(string visitor, string type, TimeSpan before, string properties = "", PlanKind kind = PlanKind.Plain, TimeSpan? late = null, long skew = 0) =>
        Planned(visitor, type, before, out var id, properties, kind, late, skew).Tried(id, before, 200);

    /// <summary>The plan alone.</summary>
    public HandWritten Planned(string visitor, string type, TimeSpan before, out string id, string properties = "", PlanKind kind = PlanKind.Plain, TimeSpan? late = null, long skew = 0)
    {
        id = $"e{++_events}";
        var due = Moment - (long)before.TotalMilliseconds;
        var time = due - (long)(late ?? TimeSpan.Zero).TotalMilliseconds + skew;
        var ofSkew = skew == 0 ? "" : $",\"skew\":{skew}";
        _lines.Add($$$"""{"plan":"{{{id}}}","due":{{{due}}},"as":"{{{kind.ToString().ToLowerInvariant()}}}","event":{"event_id":"{{{id}}}","type":"{{{type}}}","uuid":"{{{visitor}}}","event_timestamp":{{{time}}},"properties":{{{{properties}}}}}{{{ofSkew}}}}""");
        return this;
    }

    /// <summary>A request with one event; without a status the book ends before its answer.</summary>
    public HandWritten Tried(string id, TimeSpan before, int? status, string more = "", long took = 10)
    {
        var at = Moment - (long)before.TotalMilliseconds;
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $$"""{"try":{{++_tries}},"at":{{at}},"events":["{{id}}"]}"""));
        if (status is not null) _lines.Add($$"""{"answer":{{_tries}},"at":{{at + took}},"status":{{status}},"rejected":[]{{more}}}""");
        return this;
    }

    public Truth Truth(long moment = Moment) => EdmShopper.Tell.Truth.Of(ShopperBook.Read(new StringReader(string.Join('\n', _lines) + "\n")), moment);
}
