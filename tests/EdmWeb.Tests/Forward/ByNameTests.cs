using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdmWeb.Tests.Forward;

/// <summary>A service that is reached over TLS, by a name of its own: what stands before it finds it by nothing else.</summary>
public sealed class ByNameTests : IDisposable
{
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly string _trusted = Path.GetTempFileName();

    [Fact]
    public async Task It_is_asked_by_its_own_name_and_as_nobodys_page()
    {
        await using var relay = await StandIn.StartAsync("relay", _certificate);
        await using var web = await StartAsync("Web__Relay", relay);

        await PostAsync(web, origin: web.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(new Uri(relay.Address).Authority, relay.Heard!["Host"]);
        Assert.False(relay.Heard.ContainsKey("Origin"));
        Assert.Equal(web.Address.Authority, relay.Heard["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task It_is_told_of_a_page_of_somebody_elses()
    {
        await using var relay = await StandIn.StartAsync("relay", _certificate);
        await using var web = await StartAsync("Web__Relay", relay);

        await PostAsync(web, origin: "https://elsewhere.example");

        Assert.Equal("https://elsewhere.example", relay.Heard!["Origin"]);
    }

    [Fact]
    public async Task A_dashboards_line_goes_through()
    {
        await using var stream = await StandIn.StartAsync("stream", _certificate);
        await using var web = await StartAsync("Web__Stream", stream);
        using var line = new ClientWebSocket();
        line.Options.SetRequestHeader("Origin", web.Address.GetLeftPart(UriPartial.Authority));

        await line.ConnectAsync(new UriBuilder(web.Address) { Scheme = "ws", Path = "live" }.Uri, TestContext.Current.CancellationToken);

        await line.SendAsync("ping"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        Assert.Equal(4, (await line.ReceiveAsync(new byte[16], TestContext.Current.CancellationToken)).Count);
        Assert.False(stream.Heard!.ContainsKey("Origin"));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        File.Delete(_trusted);
    }

    private async Task<ServiceProcess> StartAsync(string setting, StandIn service)
    {
        await File.WriteAllTextAsync(_trusted, _certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        return await ServiceProcess.StartAsync("EdmWeb", (setting, service.Address), ("SSL_CERT_FILE", _trusted));
    }

    private static async Task PostAsync(ServiceProcess web, string origin)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);
        Assert.Equal("relay: POST /events", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a service", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }
}
