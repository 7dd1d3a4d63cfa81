using System.Buffers.Text;
using EdmTesting;

namespace Push;

/// <summary>Dashboards that read what they are sent as it comes.</summary>
internal sealed class Dashboards : IAsyncDisposable
{
    private const int AtATime = 20, Window = 30;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<DashboardSocket> _sockets = [];
    private readonly List<Task> _reading = [];
    private readonly List<List<long>> _ages = [];
    private readonly TimeProvider _time;
    private volatile bool _measures;

    private Dashboards(TimeProvider time) => _time = time;

    /// <summary>Ends when each has had a frame.</summary>
    public static async Task<Dashboards> OpenAsync(PushServer server, int count, TimeProvider time)
    {
        var dashboards = new Dashboards(time);
        foreach (var some in Enumerable.Range(0, count).Chunk(AtATime)) await Task.WhenAll(some.Select(_ => dashboards.OpenAsync(server)));
        return dashboards;
    }

    /// <summary>Reads for so long.</summary>
    /// <returns>The payload bytes that came, and how old each frame was when it did, in milliseconds, sorted.</returns>
    public async Task<(long Bytes, IReadOnlyList<long> Ages)> MeasureAsync(TimeSpan length)
    {
        var before = _sockets.Sum(s => s.Received);
        _measures = true;
        await Task.Delay(length, _time);
        _measures = false;
        var bytes = _sockets.Sum(s => s.Received) - before;
        if (_reading.Find(r => r.IsCompleted) is { } ended) await ended;
        await DisposeAsync();
        return (bytes, [.. _ages.SelectMany(a => a).Order()]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await Task.WhenAll(_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var socket in _sockets) socket.Dispose();
        _stop.Dispose();
    }

    private async Task OpenAsync(PushServer server)
    {
        var socket = await DashboardSocket.OpenAsync(server.Hub, cancellationToken: _stop.Token);
        if (server.Streams) await socket.AskForFramesAsync(Window, _stop.Token);
        await socket.ReadAsync(_stop.Token);
        var ages = new List<long>();
        lock (_sockets)
        {
            _sockets.Add(socket);
            _ages.Add(ages);
            _reading.Add(ReadAsync(socket, ages));
        }
    }

    private async Task ReadAsync(DashboardSocket socket, List<long> ages)
    {
        while (true)
        {
            var frame = await socket.ReadAsync(_stop.Token);
            if (_measures) ages.Add(_time.GetUtcNow().ToUnixTimeMilliseconds() - At(frame.Span));
        }
    }

    private static long At(ReadOnlySpan<byte> frame)
    {
        var name = "\"at\":"u8;
        var place = frame.IndexOf(name);
        return place >= 0 && Utf8Parser.TryParse(frame[(place + name.Length)..], out long at, out _)
            ? at
            : throw new InvalidDataException("A message is no frame: " + System.Text.Encoding.UTF8.GetString(frame));
    }
}
