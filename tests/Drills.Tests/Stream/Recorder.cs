using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Drills.Tests.Stream;

/// <summary>
/// A dashboard that keeps what it was shown. Where its node is gone, or says nothing for as long as SignalR's clients wait, it
/// connects to another one, as behind a load balancer, and goes on with the same recording.
/// </summary>
internal sealed class Recorder : IAsyncDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30), PingPace = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<SeenFrame> _frames = [];
    private readonly Func<Uri?> _another;
    private readonly TimeProvider _time;
    private readonly Task _recording;
    private long _position;

    /// <param name="first">The node that it connects to first.</param>
    /// <param name="another">A node that lives; null while there is none.</param>
    /// <param name="time">The dashboard's clock.</param>
    public Recorder(Uri first, Func<Uri?> another, TimeProvider time)
    {
        (First, _another, _time) = (first, another, time);
        _recording = RecordAsync();
    }

    public Uri First { get; }

    /// <summary>All frames so far, in the order in which they came.</summary>
    public IReadOnlyList<SeenFrame> Frames
    {
        get
        {
            lock (_gate) return [.. _frames];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _recording;
        _stop.Dispose();
    }

    private async Task RecordAsync()
    {
        Uri? node = First;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (node is not null) await FollowAsync(node);
                await Task.Delay(Pause, _time, _stop.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or WebSocketException or OperationCanceledException)
            {
                // The node is gone, or the recording is over.
            }

            node = _another();
        }
    }

    /// <summary>Ends, with an exception, when the node does.</summary>
    private async Task FollowAsync(Uri node)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(Silence);
        using var socket = await DashboardSocket.OpenAsync(new Uri(node, "live"), cancellationToken: patience.Token);
        await socket.AskForFramesAsync(SeenFrame.Window, _position, patience.Token);
        var pinged = _time.GetTimestamp();
        JsonNode? frame = null;
        while (true)
        {
            var message = JsonNode.Parse((await socket.ReadAsync(patience.Token)).Span)!;
            patience.CancelAfter(Silence);
            if (message["item"] is not { } item) throw new IOException($"The node ended the stream: {message}");
            frame = item["change"] is { } change ? FrameDelta.Apply(frame, change) : item;
            var seen = SeenFrame.Of(frame!.AsObject(), node.Authority, _time.GetUtcNow().ToUnixTimeMilliseconds());
            _position = seen.Position;
            Keep(seen);
            if (_time.GetElapsedTime(pinged) < PingPace) continue;
            pinged = _time.GetTimestamp();
            await socket.PingAsync(patience.Token);
        }
    }

    private void Keep(SeenFrame frame)
    {
        lock (_gate) _frames.Add(frame);
    }
}
