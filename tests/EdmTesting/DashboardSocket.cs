using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace EdmTesting;

/// <summary>
/// A dashboard reduced to its connection. It speaks SignalR's JSON protocol by hand, so that one can stop reading and go on
/// pinging, and so that hundreds cost little. Nobody reads but who asks for the next message, one at a time.
/// </summary>
public sealed class DashboardSocket : IDisposable
{
    private const byte Separator = 0x1e;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[16 * 1024];
    private int _start, _end;
    private WebSocket? _web;

    private DashboardSocket()
    {
    }

    /// <summary>The bytes that came so far, without the frames of the WebSocket around them.</summary>
    public long Received { get; private set; }

    /// <param name="hub">The hub's address; whatever query it has is sent along.</param>
    /// <param name="receiveBuffer">How much the kernel may hold for it, in bytes; null leaves that to the kernel.</param>
    /// <param name="cancellationToken">Ends the waiting for the node's answers.</param>
    /// <exception cref="IOException">The node did not take the connection.</exception>
    public static async Task<DashboardSocket> OpenAsync(Uri hub, int? receiveBuffer = null, CancellationToken cancellationToken = default)
    {
        var dashboard = new DashboardSocket();
        try
        {
            if (receiveBuffer is { } size) dashboard._socket.ReceiveBufferSize = size;
            await dashboard._socket.ConnectAsync(IPAddress.Loopback, hub.Port, cancellationToken);
            await dashboard.UpgradeAsync(hub, cancellationToken);
            await dashboard.SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
            await dashboard.ReadAsync(cancellationToken);
            return dashboard;
        }
        catch
        {
            dashboard.Dispose();
            throw;
        }
    }

    /// <summary>Asks for the stream of frames.</summary>
    /// <param name="window">In minutes.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public Task AskForFramesAsync(int window, CancellationToken cancellationToken = default) => AskForFramesAsync(window, after: 0, cancellationToken);

    /// <inheritdoc cref="AskForFramesAsync(int, CancellationToken)"/>
    /// <param name="window">In minutes.</param>
    /// <param name="after">The position of the last frame that it had.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public Task AskForFramesAsync(int window, long after, CancellationToken cancellationToken = default) => SendAsync(
        $$"""{"type":4,"invocationId":"1","target":"Frames","arguments":[{"window":{{window}},"after":{{after}}}]}""", cancellationToken);

    /// <summary>Says that it is still there, as a browser does without anybody's doing.</summary>
    public Task PingAsync(CancellationToken cancellationToken = default) => SendAsync("""{"type":6}""", cancellationToken);

    /// <summary>The next message that is no ping. It stands until the next one is asked for.</summary>
    /// <exception cref="IOException">The node closed the connection.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var looked = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf(Separator);
            if (length >= 0)
            {
                var message = _buffer.AsMemory(_start, looked + length);
                _start += message.Length + 1;
                looked = 0;
                if (!message.Span.SequenceEqual("""{"type":6}"""u8)) return message;
                continue;
            }

            looked = _end - _start;
            MakeRoom();
            var came = await _web!.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
            if (came.MessageType == WebSocketMessageType.Close) throw new IOException($"The node closed the connection: {_web.CloseStatusDescription}");
            _end += came.Count;
            Received += came.Count;
        }
    }

    public void Dispose()
    {
        _web?.Dispose();
        _socket.Dispose();
    }

    private async Task UpgradeAsync(Uri hub, CancellationToken cancellationToken)
    {
        var stream = new NetworkStream(_socket);
        var request = $"""
            GET {hub.PathAndQuery} HTTP/1.1
            Host: {hub.Authority}
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}


            """;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.ReplaceLineEndings("\r\n")), cancellationToken);

        // A node says nothing behind its answer before it was greeted.
        var answer = "";
        while (!answer.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(_buffer, cancellationToken);
            answer += Encoding.ASCII.GetString(_buffer, 0, read);
            if (read == 0) break;
        }

        if (!answer.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal)) throw new IOException($"The node did not take the connection: {answer}");
        _web = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions());
    }

    private async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(message), Separator];
        await _web!.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length) return;
        var rest = _buffer.AsSpan(_start, _end - _start);
        var room = _start > 0 ? _buffer : new byte[2 * _buffer.Length];
        rest.CopyTo(room);
        (_buffer, _start, _end) = (room, 0, rest.Length);
    }
}
