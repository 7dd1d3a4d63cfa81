using System.IO.Hashing;

namespace EdmContracts;

/// <summary>
/// Hashes of keys and ids that anybody may send. They begin with another number in every process, so that nobody can send
/// keys that all fall on one place; nothing that is shown depends on it.
/// </summary>
public static class KeyHash
{
    private static readonly long Seed = Random.Shared.NextInt64();

    public static ulong Of(ReadOnlySpan<byte> key) => XxHash3.HashToUInt64(key, Seed);

    /// <summary>128 bits, which stand for the id itself.</summary>
    public static UInt128 Fingerprint(ReadOnlySpan<byte> id) => XxHash128.HashToUInt128(id, Seed);
}
