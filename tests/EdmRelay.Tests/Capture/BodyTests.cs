using System.Net.Sockets;
using System.Text;

namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class BodyTests(RunningRelay relay)
{
    private const int Largest = 256 * 1024;
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    public static TheoryData<string, string> Paths(params string[] bodies)
    {
        var data = new TheoryData<string, string>();
        foreach (var path in new[] { "/events", "/produceClickMessage", "/producePageLoad" })
            foreach (var body in bodies) data.Add(path, body);
        return data;
    }

    [Theory]
    [MemberData(nameof(Paths), new object[] { new[] { "", " ", "{", "[{}", "[{}]]", "{} {}", "{}\n{}", "17", "\"click\"", "null", "click", "{'type':'click'}", "{\"type\":\"click\",}" } })]
    public async Task A_body_that_is_not_one_object_or_array_is_400(string path, string body)
    {
        Assert.Contains("Send one event as a JSON object, or an array of them, in UTF-8.", await (await relay.PostAsync(path, body)).DetailAsync(400), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    [Theory]
    [MemberData(nameof(Paths), new object[] { new[] { "FF", "7B2274797065223A22C3227D" } })]
    public async Task A_body_that_is_not_UTF8_is_400(string path, string bytes)
    {
        var answer = await relay.SendAsync(HttpMethod.Post, path, Body(Convert.FromHexString(bytes), "application/json"));

        Assert.StartsWith("It is not UTF-8", await answer.DetailAsync(400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_where_a_body_breaks_is_named() =>
        Assert.StartsWith("It ends or breaks at line 2, byte 8.", await (await relay.PostAsync("/events", "[{},\n{\"type\":x}]")).DetailAsync(400), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Paths), new object[] { new[] { "", "text/html", "application/x-www-form-urlencoded", "application/xml", "json" } })]
    public async Task Another_media_type_or_none_is_415(string path, string mediaType)
    {
        var answer = await relay.SendAsync(HttpMethod.Post, path, Body("""{"type":"click"}"""u8.ToArray(), mediaType));

        Assert.EndsWith("Send application/json, or application/x-ndjson with an event a line.", await answer.DetailAsync(415), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_in_another_encoding_than_gzip_is_415(string encoding)
    {
        var body = Body("""{"type":"click"}"""u8.ToArray(), "application/json");
        body.Headers.ContentEncoding.Add(encoding);

        Assert.EndsWith("Send it plain, or as gzip.", await (await relay.SendAsync(HttpMethod.Post, "/events", body)).DetailAsync(415), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoding_that_changes_nothing_is_read()
    {
        var body = Body("""{"type":"click"}"""u8.ToArray(), "application/json");
        body.Headers.ContentEncoding.Add("identity");

        await (await relay.SendAsync(HttpMethod.Post, "/events", body)).OkAsync();
    }

    [Theory]
    [InlineData("/events", false)]
    [InlineData("/events", true)]
    [InlineData("/producePageLoad", false)]
    [InlineData("/producePageLoad", true)]
    public async Task A_body_that_is_one_byte_too_large_is_413_by_its_length_and_by_its_chunks(string path, bool chunked)
    {
        var answer = await relay.SendAsync(
            HttpMethod.Post, path, Body(EventOf(Largest + 1), "application/json"), chunked ? [("Transfer-Encoding", "chunked")] : []);

        Assert.Equal("A body holds at most 256 KiB. Send the events in several bodies.", await answer.DetailAsync(413));
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_waited_for()
    {
        using var sender = new TcpClient();
        await sender.ConnectAsync(relay.Http.BaseAddress!.Host, relay.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await sender.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /events HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\nContent-Length: {Largest + 1}\r\n\r\n"),
            TestContext.Current.CancellationToken);

        using var answer = new StreamReader(sender.GetStream());
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_just_the_size_allowed_is_read(bool chunked)
    {
        var answer = await relay.SendAsync(
            HttpMethod.Post, "/events", Body(EventOf(Largest), "application/json"), chunked ? [("Transfer-Encoding", "chunked")] : []);

        await answer.OkAsync();
    }

    [Fact]
    public async Task A_body_of_501_events_is_413()
    {
        var answer = await relay.PostAsync("/events", $"[{string.Join(',', Enumerable.Repeat("{\"type\":\"click\"}", 501))}]");

        Assert.Equal("A body holds at most 500 events. Send the events in several bodies.", await answer.DetailAsync(413));
        Assert.Empty(_kafka.Records);
    }

    /// <summary>An event of just so many bytes, in texts of the length that is allowed.</summary>
    private static byte[] EventOf(int bytes)
    {
        const int text = 16 * 1024;
        var json = new StringBuilder("{\"type\":\"click\",\"notes\":[");
        while (bytes - json.Length > text + 8) json.Append('"').Append('x', text).Append("\",");
        json.Append('"').Append('x', bytes - json.Length - 3).Append("\"]}");
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static ByteArrayContent Body(byte[] bytes, string mediaType)
    {
        var content = new ByteArrayContent(bytes);
        if (mediaType.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
