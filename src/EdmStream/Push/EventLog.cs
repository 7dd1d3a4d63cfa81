using EdmContracts;
using EdmKafka;
using EdmStream.Share;

namespace EdmStream.Push;

/// <summary>
/// The newest events, for the logs on the screens: a watch a filter. Its cost does not grow with the number of dashboards,
/// and hardly with the rate. Any thread may call.
/// </summary>
internal sealed class EventLog
{
    private const int MostFilters = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<LogFilter, int> _users = [];
    private readonly Dictionary<LogPartition, long> _newest = [];
    private readonly LogWatch _all = new(LogFilter.All);
    private LogWatch[] _watches = [];
    private long _number;

    /// <summary>Lets a dashboard's filter be seen to.</summary>
    /// <returns>Ends it; null when there are too many different ones already.</returns>
    public IDisposable? Watch(LogFilter filter)
    {
        if (filter == LogFilter.All) return new Watching(() => { });
        lock (_gate)
        {
            if (!_users.ContainsKey(filter) && _users.Count == MostFilters) return null;
            _users[filter] = _users.GetValueOrDefault(filter) + 1;
            if (_users[filter] == 1) _watches = [.. _watches, new LogWatch(filter)];
        }

        return new Watching(() => Leave(filter));
    }

    /// <summary>A record was counted.</summary>
    /// <param name="partition">Where it lies.</param>
    /// <param name="offset">Where it lies.</param>
    /// <param name="record">The record.</param>
    /// <param name="voice">Tells other nodes of it.</param>
    public void Add(LogPartition partition, long offset, scoped in LogRecord record, PartitionVoice? voice = null)
    {
        lock (_gate)
        {
            if (!IsNews(partition, offset)) return;
            var row = new PendingRow(partition, offset, record, ++_number);
            Offer(ref row);
            voice?.Offer(ref row);
        }
    }

    /// <summary>Another node counted a record.</summary>
    public void Add(LogRow told)
    {
        lock (_gate)
        {
            if (!IsNews(new LogPartition(told.Topic, told.Partition), told.Offset)) return;
            var row = new PendingRow(told with { Number = ++_number });
            Offer(ref row);
        }
    }

    /// <summary>Another node counted more records of a topic than it told of.</summary>
    public void Pass(string topic, long count)
    {
        if (count <= 0) return;
        lock (_gate)
        {
            _all.Pass(topic, count);
            foreach (var watch in _watches) watch.Pass(topic, count);
        }
    }

    /// <summary>What each filter shows at a moment; the next one begins.</summary>
    public IReadOnlyDictionary<LogFilter, LogView> Views()
    {
        lock (_gate)
        {
            var views = new Dictionary<LogFilter, LogView> { [LogFilter.All] = _all.View() };
            foreach (var watch in _watches) views[watch.Filter] = watch.View();
            return views;
        }
    }

    // A partition that was read again brings what was here before.
    private bool IsNews(LogPartition partition, long offset)
    {
        if (_newest.TryGetValue(partition, out var newest) && offset <= newest) return false;
        _newest[partition] = offset;
        return true;
    }

    private void Offer(ref PendingRow row)
    {
        _all.Offer(ref row);
        foreach (var watch in _watches) watch.Offer(ref row);
    }

    private void Leave(LogFilter filter)
    {
        lock (_gate)
        {
            if (--_users[filter] > 0) return;
            _users.Remove(filter);
            _watches = [.. _watches.Where(watch => watch.Filter != filter)];
        }
    }

    private sealed class Watching(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
