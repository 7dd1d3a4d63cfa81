using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EdmShopper.Verify;

/// <summary>Sixteen bytes that stand for an id or a key: millions of them fit into memory, and no two are alike by chance.</summary>
internal static class Fingerprint
{
    public static UInt128 Of(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
