using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EdmRelay.Tests.Capture;

/// <summary>The shapes that a body of events may have. The relay's clock says 1900000000000.</summary>
[Collection(nameof(OneRelay))]
public class ShapesTests(RunningRelay relay)
{
    private const string One = """{"event_id":"a","type":"click","event_timestamp":1}""", Two = """{"event_id":"b","type":"pageload","event_timestamp":2}""";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    public static TheoryData<string, string> Envelopes => new()
    {
        { "application/json", $$"""{"sent_timestamp":1900000000000,"write_key":"k","events":[{{One}},{{Two}}]}""" },
        { "text/plain", $$"""{"sent_timestamp":1900000000000,"events":[{{One}},{{Two}}]}""" },
        { "text/plain;charset=UTF-8", $$"""{"events":[{{One}},{{Two}}],"write_key":"k","more":[{"events":[]}],"sent_timestamp":null}""" },
        { "application/json", $$"""{"other":{"type":"click"},"\ud800":1,"events": [ {{One}} , {{Two}} ] }""" },
        { "text/plain", $"[{One},{Two}]" },
        { "application/x-ndjson", $"{One}\n{Two}" },
        { "application/x-ndjson", $"\n{One}\r\n\r\n  {Two}\t\n\n" },
        { "application/ndjson", $"{One}\n{Two}\n" },
        { "application/jsonl", $"{One}\n{Two}\n" },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task The_events_of_a_body_are_taken_in_its_order(string mediaType, string body)
    {
        var answer = JsonElement.Parse(await (await PostAsync(mediaType, body)).OkAsync());

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(["a", "b"], _kafka.Records.Select(r => JsonElement.Parse(r.Value).GetProperty("event_id").GetString()));
    }

    [Theory]
    [InlineData("""{"events":{}}""", "events is not an array.")]
    [InlineData("""{"events":[],"events":[]}""", "events is there twice.")]
    [InlineData("""{"sent_timestamp":"now","events":[]}""", "sent_timestamp is not a number.")]
    [InlineData("""{"sent_timestamp":-1,"events":[]}""", "sent_timestamp is not a time in milliseconds since 1970.")]
    [InlineData("""{"write_key":7,"events":[]}""", "write_key is not a text.")]
    public async Task A_broken_envelope_is_400(string body, string reason)
    {
        Assert.StartsWith(reason, await (await relay.PostAsync("/events", body)).DetailAsync(400), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task An_event_may_have_a_field_called_events()
    {
        await (await relay.PostAsync("/events", """{"type":"click","event_id":"a","event_timestamp":1,"events":[1]}""")).OkAsync();

        Assert.Contains("\"events\":[1]", Encoding.UTF8.GetString(_kafka.Records.Single().Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_broken_sinks_no_other()
    {
        var answer = JsonElement.Parse(await (await PostAsync("application/x-ndjson", $"{One}\n{{\"type\":\n{One} {Two}\n7\n{Two}")).OkAsync());

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(
            [(1, "not JSON: it ends or breaks at byte 8"), (2, "not JSON: it ends or breaks at byte 52"), (3, "not a JSON object")],
            answer.GetProperty("rejected").EnumerateArray().Select(r => (r.GetProperty("index").GetInt32(), r.GetProperty("reason").GetString()!)));
    }

    [Fact]
    public async Task A_line_that_is_not_UTF8_sinks_no_other()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(One), (byte)'\n', 0xFF, (byte)'\n', .. Encoding.UTF8.GetBytes(Two)];

        var answer = JsonElement.Parse(await (await SendAsync(body, "application/x-ndjson")).OkAsync());

        Assert.Equal("""[{"index":1,"event_id":null,"reason":"not UTF-8"}]""", answer.GetProperty("rejected").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n \n")]
    public async Task Lines_without_an_event_are_400(string body) =>
        Assert.StartsWith("It is empty.", await (await PostAsync("application/x-ndjson", body)).DetailAsync(400), StringComparison.Ordinal);

    [Theory]
    [InlineData("/events", One)]
    [InlineData("/produceClickMessage", """{"topic":"edm-ui-click","event_timestamp":1}""")]
    public async Task A_body_may_be_compressed(string path, string body)
    {
        await (await SendAsync(Gzip(Encoding.UTF8.GetBytes(body)), "application/json", "gzip", path)).OkAsync();

        Assert.Single(_kafka.Records);
    }

    [Fact]
    public async Task A_small_body_that_inflates_to_a_large_one_is_413()
    {
        var bomb = Gzip(Encoding.UTF8.GetBytes($"[{One}{new string(' ', 100 * 1024 * 1024)}]"));

        Assert.InRange(bomb.Length, 1, 200 * 1024);
        Assert.Equal("A body holds at most 256 KiB. Send the events in several bodies.", await (await SendAsync(bomb, "application/json", "gzip")).DetailAsync(413));
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task What_is_said_to_be_gzip_and_is_not_is_400()
    {
        var whole = Gzip(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(One, 100))}]"));

        Assert.StartsWith(
            "It is not gzip, as its Content-Encoding says.", await (await SendAsync(Encoding.UTF8.GetBytes(One), "application/json", "gzip")).DetailAsync(400), StringComparison.Ordinal);
        foreach (var broken in new[] { whole[..(whole.Length / 2)], whole[..20], whole[..3], [], [.. whole[..15], 0, 1, 2, .. whole[18..]] })
            await (await SendAsync(broken, "application/json", "gzip")).ProblemAsync(400);
        Assert.Empty(_kafka.Records);
    }

    private Task<HttpResponseMessage> PostAsync(string mediaType, string body) => SendAsync(Encoding.UTF8.GetBytes(body), mediaType);

    private Task<HttpResponseMessage> SendAsync(byte[] body, string mediaType, string? encoding = null, string path = "/events")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return relay.SendAsync(HttpMethod.Post, path, content);
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize)) gzip.Write(plain);
        return compressed.ToArray();
    }
}
