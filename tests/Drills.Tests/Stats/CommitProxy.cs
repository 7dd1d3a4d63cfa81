using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Drills.Tests.Stats;

/// <summary>Where a connection breaks while a commit passes.</summary>
internal enum CommitCut
{
    /// <summary>The server never learns of the commit.</summary>
    BeforeServer,

    /// <summary>The server has been told, and may still be at work when the program comes back.</summary>
    InFlight,

    /// <summary>The server has done it, and its answer is lost.</summary>
    Unanswered,
}

/// <summary>
/// Stands between programs and PostgreSQL's socket, and breaks a connection when a commit passes, as told. The protocol:
/// postgresql.org/docs/current/protocol-message-formats.html.
/// </summary>
internal sealed class CommitProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly UnixDomainSocketEndPoint _server;
    private readonly Task _accepting;
    private Order? _next;

    /// <param name="socket">The path of the server's Unix socket.</param>
    public CommitProxy(string socket)
    {
        _server = new UnixDomainSocketEndPoint(socket);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks the connection of the next commit that comes, whoever's it is; ends when that has happened.</summary>
    /// <param name="cut">Where it breaks.</param>
    /// <param name="ofCounts">Whether only a transaction will do that moves offsets, and not one that looks them up.</param>
    public Task CutNextAsync(CommitCut cut, bool ofCounts)
    {
        var order = new Order(cut, ofCounts, new(TaskCreationOptions.RunContinuationsAsynchronously));
        Interlocked.Exchange(ref _next, order)?.Done.TrySetResult();
        return order.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(CarryAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task CarryAsync(Socket accepted)
    {
        using var toServer = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var client = new NetworkStream(accepted, ownsSocket: true);
        try
        {
            accepted.NoDelay = true;
            await toServer.ConnectAsync(_server, _stop.Token);
            using var server = new NetworkStream(toServer);
            var commit = new TaskCompletionSource<Order>(TaskCreationOptions.RunContinuationsAsynchronously);
            var ends = Task.WhenAny(CarryQuestionsAsync(client, server, commit), CarryAnswersAsync(client, server, commit.Task));
            await await ends;
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // One end is gone, and the other goes with it.
        }
    }

    private async Task CarryQuestionsAsync(NetworkStream client, NetworkStream server, TaskCompletionSource<Order> commit)
    {
        // What comes before the session has no type: a wish for encryption, which may be refused, and then the user's name.
        for (bool isSession = false, moves = false; ;)
        {
            var head = new byte[isSession ? 5 : 4];
            await client.ReadExactlyAsync(head, _stop.Token);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(head.Length - 4)) - 4];
            await client.ReadExactlyAsync(body, _stop.Token);
            var isCommit = isSession && head[0] == 'Q' && body.AsSpan().StartsWith("COMMIT"u8);
            var order = isCommit ? Take(moves) : null;
            moves = !isCommit && (moves || body.AsSpan().IndexOf("update history_offsets set next"u8) >= 0);
            if (order?.Cut == CommitCut.Unanswered) commit.SetResult(order);
            if (order?.Cut != CommitCut.BeforeServer) await server.WriteAsync((byte[])[.. head, .. body], _stop.Token);
            if (order is { Cut: not CommitCut.Unanswered })
            {
                order.Done.TrySetResult();
                return;
            }

            const int Encryption = 80877103, GssEncryption = 80877104;
            isSession = isSession || BinaryPrimitives.ReadInt32BigEndian(body) is not (Encryption or GssEncryption);
        }
    }

    private async Task CarryAnswersAsync(NetworkStream client, NetworkStream server, Task<Order> commit)
    {
        var room = new byte[16 * 1024];
        while (await server.ReadAsync(room, _stop.Token) is > 0 and var count)
        {
            if (commit.IsCompletedSuccessfully)
            {
                (await commit).Done.TrySetResult();
                return;
            }

            await client.WriteAsync(room.AsMemory(0, count), _stop.Token);
        }
    }

    private Order? Take(bool moves) =>
        _next is { } next && (moves || !next.OfCounts) && Interlocked.CompareExchange(ref _next, null, next) == next ? next : null;

    private sealed record Order(CommitCut Cut, bool OfCounts, TaskCompletionSource Done);
}
