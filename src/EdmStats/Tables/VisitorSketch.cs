using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace EdmStats.Tables;

/// <summary>
/// How many different ids were seen, in 4 KiB whatever their number: a HyperLogLog of 4,096 registers, whose standard error is
/// 1.04/√4096 = 1.6 %. Sketches of parts merge to the sketch of the whole, in any order. Not for several threads.
/// </summary>
internal sealed class VisitorSketch
{
    /// <summary>The length of <see cref="ToBytes"/>.</summary>
    public const int Length = 1 << IndexBits;

    /// <summary>The standard error of an estimate, as a part of it.</summary>
    public const double StandardError = 0.016;

    private const int IndexBits = 12, RankBits = 64 - IndexBits;

    private readonly byte[] _registers = new byte[Length];

    /// <summary>The sketch of all that parts of it have seen.</summary>
    public static VisitorSketch Of(IEnumerable<VisitorSketch> parts)
    {
        var whole = new VisitorSketch();
        foreach (var part in parts) whole.Merge(part._registers);
        return whole;
    }

    public void Add(ReadOnlySpan<byte> id)
    {
        // Stored sketches meet those of later processes, so this hash begins with the same number in all of them. Whoever sends
        // ids made to collide deceives one figure that they could as well deceive by sending many ids.
        var hash = XxHash3.HashToUInt64(id);
        ref var register = ref _registers[hash >> RankBits];
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1);
        if (rank > register) register = rank;
    }

    /// <summary>Adds all that another sketch has seen.</summary>
    /// <param name="bytes">The other's <see cref="ToBytes"/>.</param>
    /// <exception cref="ArgumentException">These bytes are no sketch.</exception>
    public void Merge(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length || bytes.ContainsAnyExceptInRange((byte)0, (byte)(RankBits + 1)))
            throw new ArgumentException($"A sketch is {Length} bytes of 0 to {RankBits + 1}.", nameof(bytes));
        var own = MemoryMarshal.Cast<byte, Vector<byte>>(_registers.AsSpan());
        var other = MemoryMarshal.Cast<byte, Vector<byte>>(bytes);
        for (var i = 0; i < own.Length; i++) own[i] = Vector.Max(own[i], other[i]);
    }

    /// <summary>How many different ids were added, about.</summary>
    public long Estimate()
    {
        Span<int> multiplicities = stackalloc int[RankBits + 2];
        foreach (var rank in _registers) multiplicities[rank]++;
        return (long)Math.Round(SketchEstimate.Of(multiplicities));
    }

    public byte[] ToBytes() => [.. _registers];
}
