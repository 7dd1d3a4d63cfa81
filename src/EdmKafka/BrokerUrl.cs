using EdmHosting;

namespace EdmKafka;

/// <summary>Reads <c>KAFKA_URL</c>: <c>kafka://host:port</c> or <c>kafka+ssl://host:port</c>, several with commas, all of one kind.</summary>
internal static class BrokerUrl
{
    private const string Form = "KAFKA_URL: every broker is written kafka://host:port or kafka+ssl://host:port, several with commas.";

    /// <returns>The brokers as <c>host:port</c> with commas, and whether the kind is <c>kafka+ssl</c>.</returns>
    public static (string Servers, bool Ssl) Read(string text, SettingsMistakes mistakes)
    {
        var addresses = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0) mistakes.Add(Form);
        var servers = new List<string>();
        var schemes = new HashSet<string>();
        foreach (var address in addresses)
        {
            // Of an address only the host is shown: anything else may hold a password.
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("kafka" or "kafka+ssl") || url.Host.Length == 0)
                mistakes.Add(Form);
            else if (url.UserInfo.Length > 0)
                mistakes.Add("KAFKA_URL: no user name or password belongs into an address. Set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.");
            else if (url.Port < 1 || url.PathAndQuery + url.Fragment is not ("" or "/"))
                mistakes.Add($"KAFKA_URL: behind the host '{url.Host}' comes a port and nothing else, such as {url.Scheme}://{url.Host}:9092.");
            else
            {
                servers.Add($"{url.Host}:{url.Port}");
                schemes.Add(url.Scheme);
            }
        }

        if (schemes.Count > 1) mistakes.Add("KAFKA_URL: kafka:// and kafka+ssl:// cannot be mixed.");
        return (string.Join(',', servers), schemes.Contains("kafka+ssl"));
    }

    public static bool IsHostAndPort(string server) =>
        server.LastIndexOf(':') is > 0 and var colon
        && !server.Contains('/', StringComparison.Ordinal) && !server.Contains('@', StringComparison.Ordinal)
        && ushort.TryParse(server.AsSpan(colon + 1).Trim(), out var port) && port > 0;
}
