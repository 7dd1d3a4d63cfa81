using System.Text.Json;

namespace Drills.Tests.Stats;

/// <summary>One or two instances of EdmStats as processes, and what may happen to them.</summary>
internal sealed class StatsNodes(Random random, params (string Name, string? Value)[] settings) : IAsyncDisposable
{
    // Longer than the group's session of ten seconds: then another has the partitions.
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(13);

    private readonly List<ServiceProcess> _running = [];
    private readonly List<ServiceProcess> _all = [];
    private Task _thaw = Task.CompletedTask;

    /// <summary>What all have logged under a name, those that ended too.</summary>
    public IEnumerable<string> Said(string name) =>
        from line in _all.SelectMany(n => n.Printed)
        where line.StartsWith('{')
        let json = JsonElement.Parse(line)
        where json.TryGetProperty(name, out _)
        select json.GetProperty(name).ToString();

    public async Task StartAsync()
    {
        var node = await ServiceProcess.StartAsync("EdmStats", settings);
        _running.Add(node);
        _all.Add(node);
    }

    /// <summary>Ends when the first has what it needs: the topics are there then.</summary>
    public Task ReadyAsync() => _running[0].ReadyAsync();

    public async Task KillAsync()
    {
        var node = _running[random.Next(_running.Count)];
        _running.Remove(node);
        Assert.False(node.End.IsCompleted, "It ended before it was killed: " + string.Join('\n', node.Printed.TakeLast(30)));
        await node.KillAsync();
        await StartAsync();
    }

    /// <summary>A second one comes, or one of two goes in order.</summary>
    public async Task ComeOrGoAsync()
    {
        if (_running.Count == 1)
        {
            await StartAsync();
            return;
        }

        await _thaw;
        var node = _running[random.Next(2)];
        _running.Remove(node);
        Assert.Equal(0, await node.StopAsync());
    }

    /// <summary>One of two stands still until the other has its partitions, and then goes on as if nothing were. Other faults may come meanwhile.</summary>
    public async Task FreezeAsync()
    {
        await _thaw;
        if (_running.Count == 1) await StartAsync();
        var node = _running[random.Next(2)];
        _thaw = node.StandStillAsync(Frozen);
    }

    /// <summary>Ends when none stands still; none may have ended by itself.</summary>
    public async Task SettleAsync()
    {
        await _thaw;
        var ended = _running.Where(n => n.End.IsCompleted).ToList();
        Assert.True(ended.Count == 0, string.Join('\n', ended.SelectMany(n => n.Printed.TakeLast(30))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _all) await node.DisposeAsync();
        await _thaw;
    }
}
