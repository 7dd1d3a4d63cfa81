using System.Net;
using System.Net.Sockets;

namespace EdmWeb.Tests.Forward;

/// <summary>
/// An address where a connection is neither taken nor refused, as that of a machine that is gone: somebody listens who takes
/// none, and all places to wait in are taken.
/// </summary>
internal sealed class DeafAddress : IDisposable
{
    private readonly List<Socket> _sockets = [];

    public DeafAddress()
    {
        var listener = New();
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var place = listener.LocalEndPoint!;
        Address = $"http://{place}";
        for (var waiting = 0; waiting < 8; waiting++) _ = New().ConnectAsync(place);
    }

    public string Address { get; }

    public void Dispose() => _sockets.ForEach(s => s.Dispose());

    private Socket New()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        return socket;
    }
}
