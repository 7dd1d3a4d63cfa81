using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EdmHosting;

/// <summary>Where a program listens, as its settings say: for the program itself, and for whoever asks it from the same machine.</summary>
internal static class ListenAddress
{
    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>
    /// The address that <c>PORT</c> says, else the one on localhost; null where ASP.NET Core's own settings name one, and
    /// where <c>PORT</c> is a mistake.
    /// </summary>
    /// <param name="settings">The program's.</param>
    /// <param name="port">The port on localhost when nothing else is said.</param>
    /// <param name="mistakes">Gets what is wrong with <c>PORT</c>.</param>
    public static string? Own(IConfiguration settings, int port, SettingsMistakes mistakes)
    {
        if (settings["PORT"] is not { Length: > 0 } given)
            return Framework(settings) is null ? $"http://localhost:{port}" : null;
        if (ushort.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)) return $"http://*:{chosen}";
        mistakes.Add($"PORT: '{given}' is not a port (0 to 65535).");
        return null;
    }

    /// <summary>Where a program with these settings answers on this machine; null where they do not say: then there are mistakes.</summary>
    /// <inheritdoc cref="Own"/>
    public static Uri? ToAsk(IConfiguration settings, int port, SettingsMistakes mistakes)
    {
        var own = Own(settings, port, mistakes);
        if (mistakes.Found.Count > 0) return null;
        try
        {
            var address = BindingAddress.Parse(own ?? Framework(settings)!);
            if (address is { Scheme: "http", Port: > 0, IsNamedPipe: false, IsUnixPipe: false })
                return new UriBuilder(address.Scheme, EveryAddress.Contains(address.Host) ? "127.0.0.1" : address.Host, address.Port).Uri;
        }
        catch (FormatException)
        {
            // It has no address either.
        }

        mistakes.Add("No http address with a port of its own is set: set PORT, or HTTP_PORTS.");
        return null;
    }

    /// <summary>The first plain address of the framework's own settings, of which URLS comes first.</summary>
    private static string? Framework(IConfiguration settings)
    {
        var urls = Split(settings["URLS"]);
        return urls.FirstOrDefault(url => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            ?? urls.FirstOrDefault()
            ?? Split(settings["HTTP_PORTS"]).Select(port => $"http://*:{port}").FirstOrDefault();
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
