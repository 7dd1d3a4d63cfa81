using EdmContracts;
using EdmKafka;

namespace EdmStream.Pipeline;

/// <summary>All that is asked of the brokers while somebody watches. For one thread at a time.</summary>
internal sealed class ClusterQuestions(IClusterFacts facts, PipelineGroups names, TimeProvider time, ILogger log)
{
    private static readonly IReadOnlyList<string> Shown = [Topics.PageLoad, Topics.Click, Topics.Commerce];
    private static readonly IReadOnlyList<string> Asked = [.. Shown, Topics.Live, Topics.Rejected];
    private static readonly LogPartition Live = new(Topics.Live, 0);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    private readonly Question<string> _cluster = new("the cluster's id", Seldom, time, log);
    private readonly Question<IReadOnlyDictionary<string, TimeSpan>> _kept = new("how long records are kept", Seldom, time, log);
    private readonly Question<IReadOnlyDictionary<LogPartition, LogBounds>> _bounds = new("what the topics hold", PipelineFeed.Beat, time, log);
    private readonly RejectedQuestion _rejected = new(time, log);
    private readonly RateWindow<LogPartition> _rates = new();
    private readonly GroupQuestions[] _groups = [new("EdmStream", names.Live, time, log), new("EdmStats", names.History, time, log)];
    private IReadOnlyList<LogPartition> _partitions = [];
    private Task _asking = Task.CompletedTask;

    /// <summary>Asks what it is time to ask; ends when all of it is answered or given up, and does not fail.</summary>
    public Task AskAsync() => Task.WhenAll([
        _cluster.AskAsync(facts.ClusterAsync), _kept.AskAsync(() => facts.KeptAsync(Shown)),
        _asking = _asking.IsCompleted ? AskBoundsAsync() : _asking,
        .. _groups.Select(g => g.AskAsync(facts))]);

    /// <summary>What is known now.</summary>
    public ClusterView View()
    {
        var bounds = _bounds.Answer;
        if (bounds is not null)
        {
            _rates.Add(_bounds.At, bounds.Where(b => b.Value.End is not null).ToDictionary(b => b.Key, b => b.Value.End!.Value));
            _partitions = [.. bounds.Keys.Where(p => Shown.Contains(p.Topic)).OrderBy(p => p.Index)];
        }

        IReadOnlyList<LogPartition> inOrder = [.. Shown.SelectMany(topic => _partitions.Where(p => p.Topic == topic))];
        var (start, end) = bounds?.GetValueOrDefault(Live) ?? default;
        return new ClusterView(
            _cluster.Answer, [.. Shown.Select(Topic)], [.. _groups.Select(g => g.View(inOrder, bounds))],
            new LiveTopicView(RateOf(Live), end - start), _rejected.View(bounds));
    }

    private TopicView Topic(string name)
    {
        List<LogPartition> partitions = [.. _partitions.Where(p => p.Topic == name)];
        long? kept = _kept.Answer is { } known && known.TryGetValue(name, out var span) ? (long)span.TotalMilliseconds : null;
        return new TopicView(name, kept, _bounds.Answer is null ? null : _rates.Of(partitions), partitions.ConvertAll(Row));

        TopicPartitionView Row(LogPartition partition)
        {
            var (start, end) = _bounds.Answer?.GetValueOrDefault(partition) ?? default;
            return new TopicPartitionView(partition.Index, start, end, RateOf(partition));
        }
    }

    // What was grown before the brokers fell silent says nothing of now.
    private double? RateOf(LogPartition partition) => _bounds.Answer is null ? null : _rates.Of(partition);

    private async Task AskBoundsAsync()
    {
        await _bounds.AskAsync(async () => await facts.BoundsAsync(Asked));
        await _rejected.AskAsync(facts, _bounds.Answer);
    }
}
