using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Confluent.Kafka;
using EdmShopper.Verify;
using Spectre.Console;

namespace EdmShopper.Tests.Verify;

/// <summary>
/// A book and the records of its events, both made by the test: at first all is as it should be, then the test breaks one
/// thing. The topics are real ones.
/// </summary>
internal sealed class Evidence
{
    private const int Partitions = 2;
    private static readonly string[] Topics = ["edm-ui-click", "edm-ui-pageload", "edm-ui-commerce"];

    private readonly List<string> _book = [];
    private int _tries;

    /// <summary>When all was sent, in milliseconds since 1970.</summary>
    public long Now { get; } = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public string Prefix { get; } = SharedKafka.NewPrefix();

    public List<StoredRecord> Records { get; } = [];

    /// <summary>The first record of an event.</summary>
    public StoredRecord this[string id] => Records.First(r => (string?)r.Value["event_id"] == id);

    public static Evidence OfOneVisitor()
    {
        var evidence = new Evidence();
        evidence.Begin();
        evidence.Send("e1", "click", "v1", partition: 1);
        evidence.Send("e2", "pageload", "v1", partition: 1);
        evidence.Send("e3", "product_added", "v1", partition: 1);
        return evidence;
    }

    public void Begin() => Line($$"""{"book":1,"seed":7,"rate":10,"seconds":1,"shoppers":1,"started":{{Now}}}""");

    public void Line(string line) => _book.Add(line);

    /// <summary>An event that was planned, sent once, answered 200 and stored, all as it should be.</summary>
    public void Send(string id, string type, string? visitor, int partition, string manner = "plain")
    {
        var sent = Plan(id, type, visitor, manner);
        Try(200, id);
        Store(sent, partition);
    }

    public JsonObject Plan(string id, string type, string? visitor, string manner = "plain", long skew = 0, Action<JsonObject>? change = null)
    {
        var sent = new JsonObject
        {
            ["event_id"] = id,
            ["type"] = type,
            ["session_id"] = "s1",
            ["event_timestamp"] = Now + skew,
            ["shop"] = new JsonObject { ["floor"] = 2 },
            ["properties"] = new JsonObject { ["button_id"] = "browse-kits", ["price"] = 39.90m },
        };
        if (visitor is not null) sent["uuid"] = visitor;
        change?.Invoke(sent);
        Line($$"""{"plan":"{{id}}","due":{{Now}},"as":"{{manner}}","event":{{sent.ToJsonString()}}{{(skew == 0 ? "" : $",\"skew\":{skew}")}}}""");
        return sent;
    }

    /// <summary>A request and its answer; a status of -1: the book ends before there is one.</summary>
    public void Try(int status, string id, string more = "")
    {
        Line($$"""{"try":{{++_tries}},"at":{{Now}},"events":["{{id}}"]}""");
        if (status >= 0) Line($$"""{"answer":{{_tries}},"at":{{Now + 9}},"status":{{status}},"rejected":[]{{more}}}""");
    }

    /// <summary>Stores an event as the relay does.</summary>
    public StoredRecord Store(JsonObject sent, int partition, Action<JsonObject>? change = null)
    {
        var topic = (string?)sent["type"] switch { "click" => "edm-ui-click", "pageload" => "edm-ui-pageload", _ => "edm-ui-commerce" };
        var value = (JsonObject)sent.DeepClone();
        value["topic"] = topic;
        value["received_timestamp"] = Now + 5;
        change?.Invoke(value);
        var key = (string?)sent["uuid"] ?? (string?)sent["event_id"];
        Records.Add(new StoredRecord { Topic = topic, Partition = partition, Key = key, Value = value, Timestamp = Now + 5 });
        return Records[^1];
    }

    /// <summary>Puts the records into topics, writes the book, and verifies it.</summary>
    public async Task<Verdict> VerifyAsync(SharedKafka kafka, params string[] rawRecords)
    {
        var servers = await kafka.BootstrapServersAsync();
        await Task.WhenAll(Topics.Select(t => ClusterTopics.CreateAsync(servers, Prefix + t, Partitions)));
        using (var producer = new ProducerBuilder<byte[]?, byte[]>(new ProducerConfig { BootstrapServers = servers, LingerMs = 0 }).Build())
        {
            foreach (var record in Records) await producer.ProduceAsync(new TopicPartition(Prefix + record.Topic, record.Partition), Message(record));
            foreach (var raw in rawRecords)
                await producer.ProduceAsync(new TopicPartition(Prefix + "edm-ui-click", 0), new() { Key = "x"u8.ToArray(), Value = Encoding.UTF8.GetBytes(raw) });
        }

        return await VerifyBookAsync(string.Join('\n', _book) + "\n", servers);
    }

    /// <summary>Verifies a book of this text.</summary>
    public async Task<Verdict> VerifyBookAsync(string text, string servers)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            var mistakes = new List<string>();
            var place = TopicsPlace.Read(servers, Prefix, _ => null, mistakes);
            Assert.Empty(mistakes);
            using var screen = new StringWriter(CultureInfo.InvariantCulture);
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(screen) });
            console.Profile.Width = 500;
            var code = await new Verification(console).RunAsync(file, place!, TestContext.Current.CancellationToken);
            return new Verdict(code, screen.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Message<byte[]?, byte[]> Message(StoredRecord record) => new()
    {
        Key = record.Key is null ? null : Encoding.UTF8.GetBytes(record.Key),
        Value = Encoding.UTF8.GetBytes(record.Value.ToJsonString()),
        Timestamp = new Timestamp(record.Timestamp, TimestampType.CreateTime),
        Headers = record.ContentType is null ? [] : new Headers { { "content-type", Encoding.UTF8.GetBytes(record.ContentType) } },
    };
}
