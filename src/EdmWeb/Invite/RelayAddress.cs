using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EdmWeb.Invite;

/// <summary>Where the shoppers' events go.</summary>
internal sealed class RelayAddress(WebOptions options, IServer server)
{
    /// <summary>The relay that is configured, else the program itself over plain http; null where it listens otherwise.</summary>
    public Uri? Find() =>
        options.Relay is [var relay, ..]
            ? new Uri(relay)
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Own).FirstOrDefault(a => a?.Scheme == Uri.UriSchemeHttp);

    /// <summary>An address that a program may listen on is not always one that can be called: every host there is, or the machine's own name for itself.</summary>
    internal static Uri? Own(string address)
    {
        var listening = BindingAddress.Parse(address);
        if (listening.IsUnixPipe || listening.IsNamedPipe) return null;
        var host = listening.Host is "*" or "+" or "[::]" or "0.0.0.0" or "localhost" ? "127.0.0.1" : listening.Host;
        return new Uri($"{listening.Scheme}://{host}:{listening.Port}/");
    }
}
