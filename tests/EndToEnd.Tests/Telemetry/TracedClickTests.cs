using System.Text;
using EdmContracts;
using EdmTesting.Otlp;

namespace EndToEnd.Tests.Telemetry;

public class TracedClickTests(SharedKafka kafka, PostgresServer postgres)
{
    private const string Followed = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", NotFollowed = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    // From the request down, as each is part of the one before.
    private static readonly string[] Counted = ["POST /events", "send edm-ui-click", "process edm-ui-click"];

    private static readonly string[][] Ways =
        [[.. Counted, "send edm-live", "process edm-live", "push frame"], [.. Counted, "persist"]];

    [Fact]
    public async Task A_click_is_one_trace_from_the_relay_to_the_dashboard_and_to_the_tables()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        (string, string?)[] settings =
            [.. collector.SettingsAtOnce, ("Telemetry__SampleRatio", "1"), .. await OnKafkaAsync(), ("DATABASE_URL", await postgres.NewDatabaseAsync()), ("ASPNETCORE_ENVIRONMENT", "Development")];
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await using var stream = await ServiceProcess.StartAsync("EdmStream", settings);
        await using var stats = await ServiceProcess.StartAsync("EdmStats", settings);
        await ReadyAsync(relay, stream, stats);
        using var dashboard = await LookingAsync(stream);
        using var sender = new Sender(relay.Address);

        (await sender.PostAsync(Sender.Click(Sender.NewId(), visitor: "someone-who-is-not-told"))).EnsureSuccessStatusCode();

        await ShowsTheWaysAsync(collector);
        var spans = TraceOf(collector);
        TestContext.Current.TestOutputHelper?.WriteLine(Text(spans));
        Assert.Equal(["EdmRelay", "EdmStats", "EdmStream"], spans.Select(s => s.Service).Distinct().Order());
        Assert.Contains(spans, s => s.Service == "EdmStats" && s.Kind == 3 && collector.WayTo(s)[^2] == "persist");
        Assert.DoesNotContain(collector.Spans, s => s.Name.Contains("/health", StringComparison.Ordinal));
        Assert.DoesNotContain(spans, s => s.Attributes.Values.Any(v => v.Contains("someone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_sent_and_processed_is_described_as_the_conventions_have_it()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", [.. collector.SettingsAtOnce, .. NoHistory, ("Telemetry__SampleRatio", "1")]);
        await ReadyAsync(demo);
        using var sender = new Sender(demo.Address);
        (await sender.PostAsync(Sender.Click(Sender.NewId()))).EnsureSuccessStatusCode();
        await Eventually.EqualAsync(2, () => collector.Spans.Count(s => s.Name == "process edm-ui-click"), Soon);

        var sent = collector.Spans.Single(s => s.Name == "send edm-ui-click");
        Assert.Equal(4, sent.Kind);
        Assert.Equal(
            ["messaging.batch.message_count=1", "messaging.destination.name=edm-ui-click", "messaging.operation.name=send", "messaging.operation.type=send", "messaging.system=kafka"],
            Said(sent, except: ["messaging.destination.partition.id", "messaging.kafka.offset"]));
        Assert.Equal("0", sent.Attributes["messaging.kafka.offset"]);
        foreach (var (processed, group) in collector.Spans.Where(s => s.Name == "process edm-ui-click")
            .OrderBy(s => s.Attributes["messaging.consumer.group.name"], StringComparer.Ordinal).Zip(["edm-consumer-group-1", "edm-consumer-group-2"]))
        {
            Assert.Equal(5, processed.Kind);
            Assert.Equal(
                [
                    $"messaging.consumer.group.name={group}", "messaging.destination.name=edm-ui-click",
                    $"messaging.destination.partition.id={sent.Attributes["messaging.destination.partition.id"]}", "messaging.kafka.offset=0",
                    "messaging.operation.name=process", "messaging.operation.type=process", "messaging.system=kafka",
                ],
                Said(processed, except: []));
        }
    }

    [Fact]
    public async Task A_trace_that_comes_with_a_request_is_followed_as_it_says()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", [.. collector.SettingsAtOnce, .. NoHistory, ("Telemetry__SampleRatio", "0")]);
        await ReadyAsync(demo);
        using var dashboard = await LookingAsync(demo);
        using var sender = new Sender(demo.Address);

        (await sender.PostAsync(Sender.Click(Sender.NewId()))).EnsureSuccessStatusCode();
        (await PostAsync(sender, NotFollowed)).EnsureSuccessStatusCode();
        (await PostAsync(sender, Followed)).EnsureSuccessStatusCode();

        await ShowsTheWaysAsync(collector, before: "?");
        Assert.All(collector.Spans, span => Assert.Equal("0af7651916cd43dd8448eb211c80319c", span.Trace));
        Assert.Single(collector.Spans, span => span.Name == "POST /events");
    }

    [Fact]
    public async Task Without_a_collector_records_carry_the_request_s_trace_as_it_came_and_none_of_their_own()
    {
        var settings = await OnKafkaAsync();
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", [.. settings, ("Telemetry__SampleRatio", "1")]);
        await relay.ReadyAsync();
        using var sender = new Sender(relay.Address);

        (await sender.PostAsync(Sender.Click(Sender.NewId()))).EnsureSuccessStatusCode();
        (await PostAsync(sender, Followed)).EnsureSuccessStatusCode();
        (await PostAsync(sender, NotFollowed)).EnsureSuccessStatusCode();

        var records = await ClusterTopics.ReadAllAsync(await kafka.BootstrapServersAsync(), settings[1].Value + Topics.Click);
        Assert.Equal(
            [null, Followed, NotFollowed],
            records.Select(r => r.Message.Headers.TryGetLastBytes("traceparent", out var header) ? Encoding.ASCII.GetString(header) : null));
    }

    private static (string, string?)[] NoHistory => [("DATABASE_URL", $"sqlite:{Path.Combine(Directory.CreateTempSubdirectory("edm-traces-").FullName, "history.db")}")];

    private async Task<(string Name, string? Value)[]> OnKafkaAsync() =>
        [("KAFKA_BOOTSTRAP_SERVERS", await kafka.BootstrapServersAsync()), ("KAFKA_PREFIX", SharedKafka.NewPrefix())];

    /// <summary>Ends when all are ready, and the node shows that it has nothing left to read.</summary>
    private static async Task ReadyAsync(params ServiceProcess[] services)
    {
        foreach (var service in services) await service.ReadyAsync();
        using var screen = new Sender(services.Length == 1 ? services[0].Address : services[1].Address);
        await Eventually.EqualAsync("waiting", async () => (await screen.SnapshotAsync()).GetProperty("state").GetString(), Soon);
    }

    private static async Task<DashboardSocket> LookingAsync(ServiceProcess stream)
    {
        var dashboard = await DashboardSocket.OpenAsync(new Uri(stream.Address, "live"), cancellationToken: TestContext.Current.CancellationToken);
        await dashboard.AskForFramesAsync(5, TestContext.Current.CancellationToken);
        await dashboard.ReadAsync(TestContext.Current.CancellationToken);
        return dashboard;
    }

    private static async Task<HttpResponseMessage> PostAsync(Sender sender, string trace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "events") { Content = System.Net.Http.Json.JsonContent.Create(Sender.Click(Sender.NewId())) };
        request.Headers.TryAddWithoutValidation("traceparent", trace);
        return await sender.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task ShowsTheWaysAsync(OtlpReceiver collector, params string[] before) => Eventually.PassesAsync(
        () =>
        {
            foreach (var way in Ways)
                Assert.Contains(string.Join(" > ", [.. before, .. way]), collector.Spans.Where(s => s.Name == way[^1]).Select(s => string.Join(" > ", collector.WayTo(s))));
            return Task.CompletedTask;
        },
        Soon);

    private static List<ReceivedSpan> TraceOf(OtlpReceiver collector)
    {
        var trace = collector.Spans.First(s => s.Name == "push frame").Trace;
        return [.. collector.Spans.Where(s => s.Trace == trace)];
    }

    private static IEnumerable<string> Said(ReceivedSpan span, string[] except) =>
        span.Attributes.Where(a => !except.Contains(a.Key)).Select(a => $"{a.Key}={a.Value}").Order(StringComparer.Ordinal);

    /// <summary>The trace as an outline, for whoever reads the test's output.</summary>
    private static string Text(List<ReceivedSpan> spans, string parent = "", int depth = 0) => string.Concat(spans
        .Where(s => s.Parent == parent)
        .Select(s => $"{new string(' ', 2 * depth)}{s.Service}: {s.Name} ({s.Length.TotalMilliseconds:0.0} ms)\n{Text(spans, s.Id, depth + 1)}"));
}
