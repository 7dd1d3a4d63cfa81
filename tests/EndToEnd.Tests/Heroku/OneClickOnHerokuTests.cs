using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Heroku;

/// <summary>
/// The services as they run on Heroku: started by the Procfile, on topics that <c>terraform/heroku/prepare</c> asked for, with
/// what the add-ons put into the environment.
/// </summary>
public sealed partial class OneClickOnHerokuTests(PostgresServer postgres) : IDisposable
{
    private const string Prefix = "columbia-12345.";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly FakeHeroku _heroku = new(Prefix);
    private readonly Slug _slug = new();

    [Fact]
    public async Task A_click_is_shown_and_counted()
    {
        await using var kafka = await KafkaCluster.StartAsync(secure: true, cancellationToken: TestContext.Current.CancellationToken);
        await MakeTopicsAsync(kafka);
        var onKafka = AddedBy(kafka);
        (string, string?)[] onBoth = [.. onKafka, ("DATABASE_URL", await postgres.NewDatabaseAsync())];

        var (exitCode, printed) = await _slug.ReleaseAsync("EdmStats", onBoth);
        Assert.True(exitCode == 0, printed);
        Assert.Contains("The tables are up to date", printed, StringComparison.Ordinal);
        Assert.Equal((0, ""), await _slug.ReleaseAsync("EdmRelay", onKafka));

        await using var relay = await _slug.StartAsync("EdmRelay", onKafka);
        await using var stream = await _slug.StartAsync("EdmStream", onKafka);
        await using var stats = await _slug.StartAsync("EdmStats", onBoth);
        await using var web = await _slug.StartAsync(
            "EdmWeb", [Viewers, ("Web__Relay", $"{relay.Address}"), ("Web__Stream", $"{stream.Address}"), ("Web__Stats", $"{stats.Address}")]);
        foreach (var service in new[] { relay, stream, stats, web }) await service.ReadyAsync();
        await AssertCountsOneClickAsync(web.Address);

        // The signal goes to the service itself: no shell stands before it.
        foreach (var service in new[] { web, stats, stream, relay }) Assert.Equal(0, await service.StopAsync());
    }

    public void Dispose()
    {
        _heroku.Dispose();
        _slug.Dispose();
    }

    private (string, string?) Viewers => ("Access__ViewerKey", _heroku.Config("shop-web", "Access__ViewerKey"));

    private async Task AssertCountsOneClickAsync(Uri web)
    {
        using var stranger = new Sender(web);
        Assert.Equal(401, await stranger.StatusAsync("live/snapshot"));

        using var viewer = new Sender(web);
        viewer.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Viewers.Item2);
        await Eventually.EqualAsync("waiting", async () => (await viewer.SnapshotAsync()).GetProperty("state").GetString(), Soon);
        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(Sender.Click(Sender.NewId()))).StatusCode);

        await Eventually.EqualAsync(1, viewer.ClicksAsync, Soon);
        await Eventually.EqualAsync(
            """[{"button_id":"browse-kits","sum":"1"}]""", () => viewer.Http.GetStringAsync("api/clickCount", TestContext.Current.CancellationToken), Soon);
    }

    private async Task MakeTopicsAsync(KafkaCluster kafka)
    {
        await _heroku.PrepareAsync();
        var topics = _heroku.Calls.Select(call => Creating().Match(call)).Where(match => match.Success).ToList();
        Assert.Equal(5, topics.Count);
        foreach (var topic in topics)
        {
            await ClusterTopics.CreateAsync(
                kafka.BootstrapServers, Prefix + topic.Groups["name"].Value, int.Parse(topic.Groups["partitions"].Value, provider: null),
                ("cleanup.policy", topic.Groups["compaction"].Success ? "compact,delete" : "delete"));
        }
    }

    private (string, string?)[] AddedBy(KafkaCluster kafka) =>
    [
        Viewers,
        ("KAFKA_URL", string.Join(',', kafka.TlsServers.Split(',').Select(server => $"kafka+ssl://{server}"))),
        ("KAFKA_PREFIX", Prefix),
        ("KAFKA_TRUSTED_CERT", kafka.Certificates.AuthorityPem),
        ("KAFKA_CLIENT_CERT", kafka.Certificates.ClientCertificatePem),
        ("KAFKA_CLIENT_CERT_KEY", kafka.Certificates.ClientKeyPem),
    ];

    [GeneratedRegex("^kafka:topics:create (?<name>[^ ]+) .*--partitions (?<partitions>[0-9]+).*?(?<compaction> --compaction)?$")]
    private static partial Regex Creating();
}
