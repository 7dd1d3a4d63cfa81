using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using EdmContracts;
using Microsoft.Playwright;

namespace Browser.Tests.Tracker;

/// <summary>
/// A browser's profile, the shop and its harmful proxy, the relay, and topics that nobody else uses. The pages' clock can be
/// put forward, and goes on by itself.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    /// <summary>A page of the shop's origin that has no tracker.</summary>
    public const string PageWithoutTracker = "about";

    private readonly string _servers, _prefix = SharedKafka.NewPrefix();
    private readonly ConcurrentQueue<Deed> _done = new();
    private readonly bool _killable;
    private RunningService? _relay;

    private Shop(string servers, bool killable) => (_servers, _killable) = (servers, killable);

    public FaultProxy Proxy { get; private set; } = null!;

    public IBrowserContext Profile { get; private set; } = null!;

    /// <param name="chromium">The browser.</param>
    /// <param name="servers">The brokers that the relay writes to.</param>
    /// <param name="killable">Whether the relay is a process, for tests that kill it.</param>
    public static async Task<Shop> OpenAsync(Chromium chromium, string servers, bool killable = false)
    {
        var shop = new Shop(servers, killable);
        await shop.StartRelayAsync();
        shop.Proxy = await FaultProxy.StartAsync(shop._relay!.Address);
        shop.Profile = await chromium.NewProfileAsync();
        await shop.Profile.Clock.InstallAsync();
        return shop;
    }

    /// <summary>A new tab, with the page of that name in it.</summary>
    public async Task<Shopper> EnterAsync(string page = "ada")
    {
        var shopper = await NewTabAsync(page);
        await shopper.OpenAsync();
        return shopper;
    }

    /// <summary>A new tab, with its page load on the way: the proxy holds it, and what comes after it.</summary>
    public async Task<(Shopper Shopper, Hold Hold)> EnterHeldAsync()
    {
        var hold = new Hold();
        Proxy.Fault = hold.SlowAsync;
        var shopper = await EnterAsync();
        await Eventually.EqualAsync(1, () => hold.Held, TimeSpan.FromSeconds(30));
        return (shopper, hold);
    }

    /// <summary>A new tab with nothing in it yet.</summary>
    public async Task<Shopper> NewTabAsync(string page = "ada") => new(await Profile.NewPageAsync(), page, Proxy.Address, _done);

    /// <summary>What has been done so far.</summary>
    public IReadOnlyCollection<Deed> Done => _done;

    /// <summary>What was done so far is not expected in the topics.</summary>
    public void Forget() => _done.Clear();

    /// <summary>Puts the clock of all pages forward; timers that fall due run.</summary>
    public Task PassAsync(TimeSpan time) => Profile.Clock.FastForwardAsync((long)time.TotalMilliseconds);

    /// <summary>Puts the clock of all pages forward to a moment, from which it goes on only as told.</summary>
    /// <param name="moment">Milliseconds since 1970.</param>
    public Task HoldTimeAsync(long moment) => Profile.Clock.PauseAtAsync(DateTimeOffset.FromUnixTimeMilliseconds(moment).UtcDateTime);

    /// <summary>The clock of all pages goes on by itself again.</summary>
    public Task LetTimeGoAsync() => Profile.Clock.ResumeAsync();

    /// <summary>Ends when the tracker has nothing left to send. Time passes quickly, save while it waits for an answer: it would give up.</summary>
    public Task SettleAsync(Shopper shopper) =>
        Eventually.PassesAsync(
            async () =>
            {
                if (await shopper.StatAsync("queued") > 0 && Proxy.Flying == 0) await PassAsync(TimeSpan.FromSeconds(1));
                Assert.Equal(0, await shopper.StatAsync("queued"));
            },
            TimeSpan.FromSeconds(60));

    public Task KillRelayAsync() => ((ServiceProcess)_relay!).KillAsync();

    /// <summary>Starts the relay, on the port that it had before if it ran already, and ends when it takes events.</summary>
    public async Task StartRelayAsync()
    {
        var port = _relay?.Address.Port ?? 0;
        (string, string?)[] settings =
            [("KAFKA_BOOTSTRAP_SERVERS", _servers), ("KAFKA_PREFIX", _prefix), ("PORT", port.ToString(CultureInfo.InvariantCulture))];
        _relay = _killable ? await ServiceProcess.StartAsync("EdmRelay", settings) : await InProcessService.StartAsync("EdmRelay", settings);
        await _relay.ReadyAsync();
    }

    /// <summary>What lies in the topics, doubles included.</summary>
    public async Task<IReadOnlyList<Landed>> LandedAsync()
    {
        var topics = await Task.WhenAll(Topics.Input.Select(topic => ClusterTopics.ReadAllAsync(_servers, _prefix + topic)));
        return [.. topics.SelectMany(records => records).Select(record => Read(JsonElement.Parse(record.Message.Value)))];
    }

    public async ValueTask DisposeAsync()
    {
        await Profile.DisposeAsync();
        await Proxy.DisposeAsync();
        await _relay!.DisposeAsync();
    }

    private static Landed Read(JsonElement record)
    {
        var type = record.GetProperty("type").GetString()!;
        var key = type switch { "click" => "button_id", "pageload" => "url", _ => "key" };
        return new Landed(record.GetProperty("event_id").GetString()!, new Deed(type, record.GetProperty("properties").GetProperty(key).GetString()!));
    }
}
