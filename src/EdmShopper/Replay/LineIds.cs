using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EdmShopper.Replay;

/// <summary>
/// Ids for lines that bring none, made of the line's bytes and its number: sent again, the file has the same ids, and
/// two lines that are alike have two. A UUID of version 8 (RFC 9562) over SHA-256.
/// </summary>
internal static class LineIds
{
    public static string Of(ReadOnlySpan<byte> line, long number)
    {
        Span<byte> numberBytes = stackalloc byte[sizeof(long)], hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(numberBytes, number);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(numberBytes);
        sha.AppendData(line);
        sha.GetHashAndReset(hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0f));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3f));
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
