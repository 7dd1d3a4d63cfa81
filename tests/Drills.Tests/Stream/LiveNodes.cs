using System.Collections.Concurrent;

namespace Drills.Tests.Stream;

/// <summary>Stream nodes of one group as processes, a dashboard at each, and what may happen to them.</summary>
/// <param name="random">Chooses among them.</param>
/// <param name="time">The dashboards' clock.</param>
/// <param name="settings">Their environment variables.</param>
internal sealed class LiveNodes(Random random, TimeProvider time, params (string Name, string? Value)[] settings) : IAsyncDisposable
{
    private readonly List<ServiceProcess> _all = [];
    private readonly List<Recorder> _recorders = [];
    private readonly ConcurrentDictionary<Uri, ServiceProcess> _running = new();
    private readonly ConcurrentDictionary<Uri, Task> _frozen = new();

    /// <summary>Where those that run answer.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _running.Keys];

    public IReadOnlyList<Recorder> Recorders => _recorders;

    /// <summary>Starts one, and a dashboard at it.</summary>
    public async Task<Uri> AddAsync()
    {
        var node = await ServiceProcess.StartAsync("EdmStream", settings);
        _all.Add(node);
        _running[node.Address] = node;
        _recorders.Add(new Recorder(node.Address, Another, time));
        return node.Address;
    }

    /// <summary>Ends when each is ready: the topics are there then.</summary>
    public Task ReadyAsync() => Task.WhenAll(_running.Values.Select(node => node.ReadyAsync()));

    /// <summary>Ends one at once and starts another one in its place.</summary>
    public async Task KillAsync(Uri? which = null)
    {
        var address = which ?? Any(Awake());
        _running.TryRemove(address, out var node);
        Assert.False(node!.End.IsCompleted, "It ended before it was killed: " + string.Join('\n', node.Printed.TakeLast(30)));
        await node.KillAsync();
        await AddAsync();
    }

    /// <summary>Lets one stand still, and then go on as if nothing had been. Other faults may come meanwhile.</summary>
    public async Task FreezeAsync(TimeSpan length, Uri? which = null)
    {
        await ThawAsync();
        var address = which ?? Any(Awake());
        _frozen[address] = StandStillAsync(address, length);
    }

    /// <summary>Ends when none stands still; none may have ended by itself.</summary>
    public async Task ThawAsync()
    {
        await Task.WhenAll(_frozen.Values);
        var ended = _running.Values.Where(n => n.End.IsCompleted).ToList();
        Assert.True(ended.Count == 0, string.Join('\n', ended.SelectMany(n => n.Printed.TakeLast(30))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var recorder in _recorders) await recorder.DisposeAsync();
        foreach (var node in _all) await node.DisposeAsync();
        await Task.WhenAll(_frozen.Values);
    }

    private async Task StandStillAsync(Uri address, TimeSpan length)
    {
        await _running[address].StandStillAsync(length);
        _frozen.TryRemove(address, out _);
    }

    private List<Uri> Awake() => [.. _running.Keys.Where(a => !_frozen.ContainsKey(a)).OrderBy(a => a.Port)];

    private Uri? Another() => Awake() is { Count: > 0 } awake ? awake[Random.Shared.Next(awake.Count)] : null;

    private Uri Any(List<Uri> nodes) => nodes[random.Next(nodes.Count)];
}
