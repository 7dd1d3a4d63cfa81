using EdmHosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EdmDemo;

/// <summary>What only the whole demo in one process has to say.</summary>
internal static class DemoRegistration
{
    private static readonly string[] OwnParts = ["Web:Stream", "Web:Stats"];

    /// <summary>One process reads as several groups here, so no single variable can name them; and it forwards to nobody.</summary>
    public static void RefuseWhatIsForServicesApart(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["KAFKA_CONSUMER_GROUP"] is { Length: > 0 })
            builder.Mistakes().Add("KAFKA_CONSUMER_GROUP: the demo reads as more than one group. Set Stream:Group instead.");
        foreach (var key in OwnParts.Where(key => builder.Configuration.GetSection(key).Exists()))
            builder.Mistakes().Add($"{key}: the demo does that itself. Run EdmWeb where the services run apart.");
    }

    /// <summary>Tells where the two pages are, once they can be opened.</summary>
    public static void SayAddresses(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null) return;
        address = address.Replace("[::]", "localhost", StringComparison.Ordinal);
        Console.WriteLine();
        Console.WriteLine($"  Shop       {address}/");
        Console.WriteLine($"  Dashboard  {address}/dashboard");
        Console.WriteLine();
    });
}
