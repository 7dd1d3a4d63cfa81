using System.Net;
using System.Net.Sockets;

namespace EdmTesting;

/// <summary>
/// Ports that nobody listens on. All are below the range that systems give to outgoing connections, so that a node which
/// was stopped finds its own still free when it comes back.
/// </summary>
public static class FreePorts
{
    /// <summary>Only likely to be free still when used: whoever binds them must be ready to ask again.</summary>
    public static int[] Find(int count)
    {
        // All are held until the last is found, so that no port is found twice.
        var held = new List<TcpListener>();
        try
        {
            while (held.Count < count)
            {
                var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(15_000, 32_000));
                if (TryStart(listener)) held.Add(listener);
            }

            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in held) listener.Dispose();
        }
    }

    private static bool TryStart(TcpListener listener)
    {
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return false;
        }
    }
}
