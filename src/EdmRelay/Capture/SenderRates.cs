using System.Net;
using System.Threading.RateLimiting;
using EdmHosting;

namespace EdmRelay.Capture;

/// <summary>How many requests a second each address and each write key may send, in bursts of two seconds' worth.</summary>
internal sealed class SenderRates(RelayOptions options) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<IPAddress>? _addresses = LimiterOf<IPAddress>(options.RequestsPerAddress);
    private readonly PartitionedRateLimiter<string>? _keys = LimiterOf<string>(options.RequestsPerKey);

    /// <returns>How long to wait; null when the address may send now.</returns>
    public TimeSpan? OfAddress(IPAddress? address) => _addresses is null || address is null ? null : Ask(_addresses, ClientNetwork.Of(address));

    /// <returns>How long to wait; null when the key may be used now.</returns>
    public TimeSpan? OfKey(string key) => _keys is null ? null : Ask(_keys, key);

    public void Dispose()
    {
        _addresses?.Dispose();
        _keys?.Dispose();
    }

    private static TimeSpan? Ask<TSender>(PartitionedRateLimiter<TSender> limiter, TSender sender)
    {
        using var lease = limiter.AttemptAcquire(sender);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Second;
    }

    private static PartitionedRateLimiter<TSender>? LimiterOf<TSender>(int perSecond) where TSender : notnull =>
        perSecond == 0 ? null : PartitionedRateLimiter.Create<TSender, TSender>(sender => RateLimitPartition.GetTokenBucketLimiter(sender, _ => new()
        {
            TokenLimit = 2 * perSecond,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Second,
            QueueLimit = 0,
        }));
}
