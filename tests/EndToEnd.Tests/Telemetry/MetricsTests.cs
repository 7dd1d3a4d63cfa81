using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Telemetry;

/// <summary>The README lists every metric of ours, and which service has it.</summary>
public partial class MetricsTests(SharedKafka kafka)
{
    private static readonly string[] Views = ["live", "history"];
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_service_has_the_metrics_that_the_README_lists_and_no_other_ones()
    {
        (string, string?)[] settings =
        [
            ("KAFKA_BOOTSTRAP_SERVERS", await kafka.BootstrapServersAsync()), ("KAFKA_PREFIX", SharedKafka.NewPrefix()),
            ("DATABASE_URL", $"sqlite:{Path.Combine(Directory.CreateTempSubdirectory("edm-metrics-").FullName, "history.db")}"),
        ];
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await using var stream = await ServiceProcess.StartAsync("EdmStream", settings);
        await using var stats = await ServiceProcess.StartAsync("EdmStats", settings);
        await using var web = await ServiceProcess.StartAsync("EdmWeb");
        await relay.ReadyAsync();
        await stream.ReadyAsync();
        await stats.ReadyAsync();
        using var sender = new Sender(relay.Address);
        (await sender.PostAsync(new[] { Sender.Click(Sender.NewId()), new { type = "No name" } })).EnsureSuccessStatusCode();

        await ShowsWhatIsListedAsync("relay", relay);
        await ShowsWhatIsListedAsync("stream", stream);
        await ShowsWhatIsListedAsync("stats", stats);
        await ShowsWhatIsListedAsync("web", web);
    }

    [Fact]
    public async Task One_program_for_all_has_them_all_and_counts_an_event_in_both_views()
    {
        await using var demo = await ServiceProcess.StartAsync(
            "EdmDemo", ("DATABASE_URL", $"sqlite:{Path.Combine(Directory.CreateTempSubdirectory("edm-metrics-").FullName, "history.db")}"));
        await demo.ReadyAsync();
        using var sender = new Sender(demo.Address);
        var id = Sender.NewId();
        (await sender.PostAsync(new[] { Sender.Click(id), Sender.Click(id), new { type = "No name" } })).EnsureSuccessStatusCode();

        await ShowsWhatIsListedAsync("relay stream stats", demo);
        await Eventually.PassesAsync(
            async () =>
            {
                var metrics = await ReadAsync(demo);
                foreach (var view in Views)
                {
                    Assert.Equal(1, Value(metrics, "edm_events_total", $"edm_view=\"{view}\"", "messaging_destination_name=\"edm-ui-click\"", "edm_verdict=\"shown\""));
                    Assert.Equal(1, Value(metrics, "edm_events_total", $"edm_view=\"{view}\"", "messaging_destination_name=\"edm-ui-click\"", "edm_verdict=\"duplicate\""));
                }

                Assert.Equal(1, Value(metrics, "edm_rejected_total"));
                Assert.Equal(0, Lines(metrics, "edm_consumer_lag").Sum(ValueOf));
                Assert.Equal(36, Lines(metrics, "edm_consumer_lag").Count());
            },
            Soon);
    }

    private static Task ShowsWhatIsListedAsync(string services, ServiceProcess process) => Eventually.EqualAsync(
        Listed().Where(metric => services.Split(' ').Any(metric.Services.Contains)).Select(metric => metric.Name).Order(StringComparer.Ordinal),
        async () => Family().Matches(await ReadAsync(process)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).AsEnumerable(),
        Soon);

    /// <summary>The rows of the README's table: a metric's name, its unit, the services, what it says.</summary>
    private static IEnumerable<(string Name, string[] Services)> Listed() => Row()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
        .Select(row => (row.Groups["name"].Value, row.Groups["services"].Value.Split(", ")));

    private static async Task<string> ReadAsync(ServiceProcess process)
    {
        using var http = new HttpClient { BaseAddress = process.Address };
        return await http.GetStringAsync("metrics", TestContext.Current.CancellationToken);
    }

    private static double Value(string metrics, string name, params string[] labels) =>
        ValueOf(Assert.Single(Lines(metrics, name), line => labels.All(label => line.Contains(label, StringComparison.Ordinal))));

    private static IEnumerable<string> Lines(string metrics, string name) =>
        metrics.Split('\n').Where(line => line.Length > name.Length && line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is '{' or ' ');

    private static double ValueOf(string line) => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# TYPE ((?:edm|messaging)_\S+) ", RegexOptions.Multiline)]
    private static partial Regex Family();

    [GeneratedRegex(@"^\| `(?<name>(?:edm|messaging)_\w+)` \| [^|]+ \| (?<services>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
