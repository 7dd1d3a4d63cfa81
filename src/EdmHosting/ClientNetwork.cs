using System.Net;
using System.Net.Sockets;

namespace EdmHosting;

/// <summary>Whom a limit by address is for.</summary>
public static class ClientNetwork
{
    /// <summary>The network that one client has: of version 4 its address; of version 6 the 2^64 around it, for who has one has them all.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
