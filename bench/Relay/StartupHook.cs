using System.Net.Sockets;

#pragma warning disable CA1050, IDE0130 // The runtime looks for exactly this name, without a namespace.

/// <summary>
/// Runs inside each relay before its Main and tells whoever connects to a socket how many bytes the process has allocated so
/// far: as a difference over a round, and at no cost between the questions.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "BENCH_ALLOCATED_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asker = listener.Accept();
            asker.Send(BitConverter.GetBytes(GC.GetTotalAllocatedBytes(precise: true)));
        }
    }
}
