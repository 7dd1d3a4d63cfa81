using EdmHosting.Access;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace EdmWeb.Forward;

/// <summary>One service behind this one: what is asked of it, by whom, and where its instances are.</summary>
/// <param name="name">What the log calls it.</param>
/// <param name="paths">What is its to answer.</param>
/// <param name="addresses">Its instances.</param>
/// <param name="policy">Who may ask; null: everyone.</param>
internal sealed class ForwardedService(string name, string[] paths, string[] addresses, string? policy)
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(5), ProbePatience = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromSeconds(10);

    public bool IsThere => addresses.Length > 0;

    /// <summary>
    /// Whether it is reached by its own name, as over TLS, and so is asked by that; otherwise it is told the host that the
    /// browser asked, which it compares with the origin of the page.
    /// </summary>
    public bool IsByName => addresses.Any(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    public static ForwardedService Relay(WebOptions options) =>
        new("relay", ["/events", "/v1/{**path}", "/produceClickMessage", "/producePageLoad"], options.Relay, policy: null);

    public static ForwardedService Stream(WebOptions options) => new("stream", ["/live/{**path}"], options.Stream, AccessRegistration.Viewers);

    public static ForwardedService Stats(WebOptions options) => new("stats", ["/api/{**path}"], options.Stats, AccessRegistration.Viewers);

    public bool Has(RouteConfig route) => route.ClusterId == name;

    public IEnumerable<RouteConfig> Routes() => paths.Select(path => new RouteConfig
    {
        RouteId = $"{name} {path}",
        ClusterId = name,
        Match = new RouteMatch { Path = path },
        AuthorizationPolicy = policy,
    }.WithTransformUseOriginalHostHeader(!IsByName));

    /// <summary>
    /// An instance that says it is not ready, or cuts connections, is asked no more until it says otherwise; where none is
    /// ready all are asked, and what they answer says more than nothing.
    /// </summary>
    public ClusterConfig Cluster() => new()
    {
        ClusterId = name,
        Destinations = addresses.ToDictionary(a => a, a => new DestinationConfig { Address = a }),
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true,
                Path = "/health/ready",
                Interval = ProbeInterval,
                Timeout = ProbePatience,
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            },
            Passive = new PassiveHealthCheckConfig { Enabled = true, ReactivationPeriod = Pause, Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate },
        },
    };
}
