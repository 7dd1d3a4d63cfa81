using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relay;

/// <summary>
/// A kept-alive HTTP/1.1 connection for one request at a time. It knows of HTTP only what the relays answer with, so that it
/// costs the machine that they share little.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[64 * 1024];

    public static async Task<Connection> OpenAsync(int port)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Posts, and ends when the answer is there.</summary>
    /// <exception cref="InvalidDataException">The answer was another one than that all events were accepted.</exception>
    public async Task PostAsync(Request request)
    {
        for (ReadOnlyMemory<byte> rest = request.Bytes; rest.Length > 0;) rest = rest[await _socket.SendAsync(rest)..];

        var length = 0;
        while (!IsComplete(_answer.AsSpan(0, length)))
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0) throw new InvalidDataException("The relay closed the connection.");
            length += read;
        }

        var answer = _answer.AsSpan(0, length);
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || answer.IndexOf(request.Accepted) < 0)
            throw new InvalidDataException($"Not all events were accepted: {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(length + "Content-Length: "u8.Length)..head];
        var end = digits.IndexOf((byte)'\r');
        return answer.Length >= head + 4 + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }
}
