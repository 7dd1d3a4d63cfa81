using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EdmShopper.Verify;

/// <summary>A book against the records of the topics, one record after the other; the sums are drawn at the end.</summary>
internal sealed class Comparison(BookIndex book)
{
    private readonly Dictionary<UInt128, int> _partitions = [];
    private long _others, _records;

    public Findings Findings { get; } = new();

    public void Take(TopicRecord record)
    {
        var id = RecordId.Of(record.Value);
        ref var expected = ref id is null ? ref Unsafe.NullRef<Expected>() : ref book.Find(id);
        if (Unsafe.IsNullRef(ref expected))
        {
            _others++;
            return;
        }

        _records++;
        var key = Fingerprint.Of(record.Key);
        if (expected.Found++ == 0)
            (expected.Partition, expected.Key) = (record.Partition, key);
        else if (expected.Partition != record.Partition || expected.Key != key)
            Add(Check.DoublesTogether, id!, record, $"the first one lies in partition {expected.Partition}{(expected.Key != key ? " under another key" : "")}");

        if (!_partitions.TryAdd(key, record.Partition) && _partitions[key] != record.Partition)
            Add(Check.VisitorsTogether, id!, record, $"this visitor's first record lies in partition {_partitions[key]}");
        if (expected.Length > 0) CompareContent(expected, id!, record);
    }

    /// <summary>Draws the sums. Called once, after the last record.</summary>
    public Sums Close()
    {
        var sums = new Sums { Records = _records, Others = _others };
        foreach (var expected in book.Events)
        {
            Count(expected, sums);
            if (expected.Found < expected.Confirmed)
                Findings.Add(Check.AnsweredAreThere, () => book.IdOf(expected) + (expected.Found > 0 ? $" (answered {expected.Confirmed} times, there {expected.Found})" : ""));
            if (expected.IsKeptOut && expected.Found > 0)
                Findings.Add(Check.RefusedAreNot, () => book.IdOf(expected));
            else if (expected.Found - expected.Confirmed - expected.Unknown is > 0 and var unexplained)
                Findings.Add(Check.DoublesExplained, () => $"{book.IdOf(expected)} (there {expected.Found} times, {expected.Confirmed} answered, {expected.Unknown} unanswered)", unexplained);
        }

        return sums;
    }

    private static void Count(in Expected expected, Sums sums)
    {
        sums.Planned++;
        if (expected.IsConfirmed) sums.Confirmed++;
        else if (expected.Refused) sums.Refused++;
        else sums.Unconfirmed++;
        if (!expected.IsConfirmed && !expected.Refused && expected.Found > 0) sums.UnconfirmedFound++;
        if (expected.Found == 0) return;

        sums.Distinct++;
        var doubles = expected.Found - 1;
        var answered = Math.Min(doubles, Math.Max(expected.Confirmed - 1, 0));
        var unanswered = Math.Min(doubles - answered, expected.IsConfirmed ? expected.Unknown : Math.Max(expected.Unknown - 1, 0));
        sums.DoublesAnswered += answered;
        sums.DoublesUnanswered += unanswered;
        sums.DoublesUnexplained += doubles - answered - unanswered;
    }

    private void CompareContent(in Expected expected, byte[] id, TopicRecord record)
    {
        using var sent = book.Sent(expected);
        using var found = JsonDocument.Parse(record.Value);
        foreach (var (check, seen) in RecordCheck.Compare(sent.RootElement, expected, found.RootElement, record)) Add(check, id, record, seen);
    }

    private void Add(Check check, byte[] id, TopicRecord record, string seen) =>
        Findings.Add(check, () => $"{System.Text.Encoding.UTF8.GetString(id)} at {record}: {seen}");
}
