using System.Security.Cryptography;

namespace EdmRelay.Capture;

/// <summary>Ids for events that came without one.</summary>
internal static class EventIds
{
    /// <summary>An id made of the event's bytes, so that the same body sent again has the same id: a UUID of version 8 (RFC 9562) over SHA-256.</summary>
    public static string Of(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0f));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3f));
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    /// <summary>A new id: a UUID of version 7.</summary>
    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString();
}
