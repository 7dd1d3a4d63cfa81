using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace EdmHosting.Access;

/// <summary>Knows viewers: by the key, tried only so often from one address, or by the ticket that the key was changed for.</summary>
public sealed class ViewerGate : IDisposable
{
    /// <summary>How long a browser stays signed in.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(7);

    private const int WrongTries = 10;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly byte[]? _key;
    private readonly ViewerTickets? _tickets;
    private readonly PartitionedRateLimiter<IPAddress> _wrong = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = WrongTries, Window = Window }));

    public ViewerGate(AccessOptions options, TimeProvider time)
    {
        _time = time;
        if (!options.HasKey) return;
        var key = options.ViewerKey!.Trim();
        _key = Hash(key);
        _tickets = new ViewerTickets(key);
    }

    /// <summary>Whether everyone is a viewer.</summary>
    public bool IsOpen => _key is null;

    /// <summary>Whether the key is the viewers'. Wrong ones are counted: after ten in a minute nothing more is tried from that network.</summary>
    /// <param name="from">The address that shows it.</param>
    /// <param name="key">What it shows.</param>
    public KeyTry Try(IPAddress? from, string key)
    {
        if (IsOpen) return KeyTry.Right;
        var address = ClientNetwork.Of(from ?? IPAddress.None);
        using var any = _wrong.AttemptAcquire(address, 0);
        if (!any.IsAcquired) return KeyTry.TooMany;
        if (CryptographicOperations.FixedTimeEquals(Hash(key.Trim()), _key)) return KeyTry.Right;
        using var one = _wrong.AttemptAcquire(address);
        return KeyTry.Wrong;
    }

    /// <summary>A new ticket for a browser that showed the key; good for <see cref="Stay"/>.</summary>
    public string Ticket() => _tickets?.Make(_time.GetUtcNow() + Stay) ?? "";

    /// <summary>Whether a ticket is one of ours and has not ended.</summary>
    public bool IsTicket(string ticket) => _tickets?.IsGood(ticket, _time.GetUtcNow()) ?? true;

    public void Dispose() => _wrong.Dispose();

    /// <summary>Of one length for every key, so that comparing two says nothing about them.</summary>
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
