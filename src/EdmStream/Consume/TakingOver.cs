using EdmContracts;
using EdmContracts.Live;
using EdmKafka;
using EdmStream.Count;
using EdmStream.Share;

namespace EdmStream.Consume;

/// <summary>Says where the reading of partitions begins that the group gave to this node, and what it takes over of what was said of them.</summary>
/// <param name="before">What was said so far.</param>
internal sealed class TakingOver(CountOptions options, KafkaSettings kafka, SaidBefore before, LiveVoice voice, TimeProvider time)
{
    private static readonly TimeSpan Counted = Buckets.Kept * TimeSpan.FromMilliseconds(Buckets.Milliseconds);

    // One minute more than the dedupe horizon, for relays whose clocks differ: records of that time fill the memory of ids alone.
    private readonly TimeSpan _memory = options.DedupeHorizon + TimeSpan.FromMinutes(1);

    public TakenOver Find(IReadOnlyList<LogPartition> partitions, ILogOffsets offsets)
    {
        var countFrom = time.GetUtcNow() - Counted;

        // First what was said, and then the log's ends, which lie behind all that it speaks of; and those before the time is
        // asked for: a record that comes in between is then read, not skipped.
        var said = kafka.Options.BrokerTimes ? before(offsets) : new Dictionary<int, SaidPartition>();
        var bounds = partitions.ToDictionary(p => p, offsets.Bounds);
        if (!kafka.Options.BrokerTimes) return new TakenOver(countFrom, bounds, bounds.ToDictionary(b => b.Key, b => b.Value.Start), said, []);

        var from = FirstSince(countFrom - _memory);
        var own = said.Where(s => partitions.Any(p => p.Index == s.Key)).ToDictionary();
        foreach (var (index, word) in own.Where(s => partitions.Any(p => p.Index == s.Key && BooksOf(s.Value, p)?.UpTo > bounds[p].End)).ToList())
        {
            voice.Withdraw(index, word);
            own.Remove(index);
        }

        return new TakenOver(countFrom, bounds, from, own, own.Count == 0 ? [] : GoingOn(own, FirstSince(countFrom)));

        Dictionary<LogPartition, long> FirstSince(DateTimeOffset moment) =>
            offsets.NotBefore(partitions, moment.ToUnixTimeMilliseconds()).ToDictionary(f => f.Key, f => f.Value ?? bounds[f.Key].End);
    }

    /// <summary>The books go on where all of a partition's lie past what only fills the memory of ids.</summary>
    private static Dictionary<LogPartition, KeptBooks> GoingOn(Dictionary<int, SaidPartition> said, Dictionary<LogPartition, long> firstCounted) => firstCounted
        .GroupBy(f => f.Key.Index)
        .Where(index => said.ContainsKey(index.Key) && index.All(f => BooksOf(said[index.Key], f.Key)?.UpTo >= f.Value))
        .SelectMany(index => index)
        .ToDictionary(f => f.Key, f => new KeptBooks(BooksOf(said[f.Key.Index], f.Key)!, said[f.Key.Index].Head.Since));

    private static HeadBooks? BooksOf(SaidPartition said, LogPartition partition) => said.Head.Topics.GetValueOrDefault(partition.Topic);
}

/// <summary>What a node begins with.</summary>
/// <param name="CountFrom">What was received before this only fills the memory of ids.</param>
/// <param name="Bounds">The first offset and the end of each log.</param>
/// <param name="From">The offset that reading begins at.</param>
/// <param name="Said">By index: what was said of it.</param>
/// <param name="Books">Those that go on.</param>
internal sealed record TakenOver(
    DateTimeOffset CountFrom,
    Dictionary<LogPartition, (long Start, long End)> Bounds,
    Dictionary<LogPartition, long> From,
    IReadOnlyDictionary<int, SaidPartition> Said,
    Dictionary<LogPartition, KeptBooks> Books);
