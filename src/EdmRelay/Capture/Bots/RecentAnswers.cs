using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace EdmRelay.Capture.Bots;

/// <summary>
/// The answers that were given last, by a fingerprint of 128 bits of what was asked. Bounded: when one generation is full, the
/// one before it is forgotten, except for what was asked again meanwhile. Any thread may call.
/// </summary>
/// <param name="most">The most answers kept.</param>
internal sealed class RecentAnswers(int most)
{
    // Nobody may choose a question that has the fingerprint of another one, whose answer all others would then get.
    private readonly long _seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
    private Generations _now = new([], []);

    /// <summary>For tests: how many are kept.</summary>
    internal int Count => _now.Young.Count + _now.Old.Count;

    public bool TryFind(ReadOnlySpan<byte> question, out string? answer)
    {
        var key = XxHash128.HashToUInt128(question, _seed);
        var now = _now;
        if (now.Young.TryGetValue(key, out answer)) return true;
        if (!now.Old.TryGetValue(key, out answer)) return false;
        Keep(key, answer);
        return true;
    }

    /// <returns>The answer.</returns>
    public string? Keep(ReadOnlySpan<byte> question, string? answer)
    {
        Keep(XxHash128.HashToUInt128(question, _seed), answer);
        return answer;
    }

    private void Keep(UInt128 key, string? answer)
    {
        var now = _now;
        if (now.Kept >= most / 2)
        {
            // Whoever comes first begins the new generation; the others find it begun.
            Interlocked.CompareExchange(ref _now, new Generations([], now.Young), now);
            now = _now;
        }

        if (now.Young.TryAdd(key, answer)) Interlocked.Increment(ref now.Kept);
    }

    private sealed class Generations(ConcurrentDictionary<UInt128, string?> young, ConcurrentDictionary<UInt128, string?> old)
    {
        /// <summary>The young ones' number, which the dictionary itself would only tell by locking all of it.</summary>
        public int Kept;

        public ConcurrentDictionary<UInt128, string?> Young => young;

        public ConcurrentDictionary<UInt128, string?> Old => old;
    }
}
