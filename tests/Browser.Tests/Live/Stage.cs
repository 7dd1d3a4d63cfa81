using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Browser.Tests.Live;

/// <summary>
/// The dashboard with a stream node of the test's own behind it: what the page asks is kept, and a frame is shown when
/// the test says so. It speaks the hub's protocol inside the browser, so nothing is timed and nothing listens.
/// </summary>
internal sealed class Stage
{
    private const char End = '\u001e';

    private readonly ConcurrentQueue<JsonNode> _requests = new();
    private readonly ConcurrentQueue<string> _cancelled = new(), _pipelines = new();
    private IWebSocketRoute? _line;
    private string _stream = "", _pipeline = "";
    private bool _dead;

    private Stage(IPage page, JsonObject frame)
    {
        Page = page;
        Frame = frame;
        Complaints = new Complaints(page);
    }

    public IPage Page { get; }

    public Complaints Complaints { get; }

    /// <summary>What every new stream opens with.</summary>
    public JsonObject Frame { get; set; }

    /// <summary>What every new stream of the pipeline opens with; null when it opens with nothing.</summary>
    public JsonObject? Pipeline { get; set; }

    /// <summary>Answers the hub's method <c>Record</c>; null when the log no longer holds it.</summary>
    public Func<string, int, long, JsonNode?> Record { get; set; } = (_, _, _) => throw new InvalidOperationException("no such method");

    /// <summary>What the streams were asked for, the newest last.</summary>
    public IReadOnlyCollection<JsonNode> Requests => _requests;

    /// <summary>How many streams of frames the page has ended.</summary>
    public int Cancelled => _cancelled.Except(_pipelines).Count();

    /// <summary>How many streams of the pipeline were asked for, and how many of them the page has ended.</summary>
    public (int Asked, int Cancelled) Pipelines => (_pipelines.Count, _cancelled.Intersect(_pipelines).Count());

    /// <summary>Opens the page with a first frame on it.</summary>
    public static async Task<Stage> OpenAsync(IBrowserContext profile, Site site, JsonObject? frame = null, int width = 1440, int height = 900, string path = "dashboard", JsonObject? pipeline = null)
    {
        var stage = new Stage(await profile.NewPageAsync(), frame ?? Frames.Sample()) { Pipeline = pipeline };
        await stage.Page.RouteWebSocketAsync(url => url.EndsWith("/live", StringComparison.Ordinal), stage.Meet);
        await stage.Page.SetViewportSizeAsync(width, height);
        await site.OpenAsync(stage.Page, path);
        await Assertions.Expect(stage.Page.Locator("[data-badge]")).Not.ToContainTextAsync("first frame");
        await stage.SettleAsync();
        return stage;
    }

    /// <summary>Sends a frame and ends when the page has drawn it.</summary>
    public async Task ShowAsync(JsonObject frame)
    {
        Frame = frame;
        SendItem(_stream, frame);
        await SettleAsync();
    }

    /// <summary>Sends an item of the pipeline and ends when the page has drawn it.</summary>
    public async Task ShowPipelineAsync(JsonObject item)
    {
        Pipeline = item;
        SendItem(_pipeline, item);
        await SettleAsync();
    }

    /// <summary>Ends when the page has drawn what it has.</summary>
    public Task SettleAsync() => Page.EvaluateAsync("() => new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done))))");

    /// <summary>The node dies, and nothing answers from now on.</summary>
    public async Task DieAsync()
    {
        _dead = true;
        await _line!.CloseAsync();
    }

    /// <summary>The line breaks; the node answers the next one.</summary>
    public Task CutAsync() => _line!.CloseAsync();

    private void Meet(IWebSocketRoute line)
    {
        if (_dead)
        {
            _ = line.CloseAsync();
            return;
        }

        _line = line;
        line.OnMessage(message =>
        {
            foreach (var part in message.Text!.Split(End, StringSplitOptions.RemoveEmptyEntries)) Hear(JsonNode.Parse(part)!);
        });
    }

    private void Hear(JsonNode message)
    {
        switch (message["type"]?.GetValue<int>())
        {
            case null:
                Send([]);
                break;
            case 4 when message["target"]!.GetValue<string>() == "Pipeline":
                _pipelines.Enqueue(_pipeline = message["invocationId"]!.GetValue<string>());
                if (Pipeline is not null) SendItem(_pipeline, Pipeline);
                break;
            case 4:
                _stream = message["invocationId"]!.GetValue<string>();
                _requests.Enqueue(message["arguments"]![0]!.DeepClone());
                SendItem(_stream, Frame);
                break;
            case 5:
                _cancelled.Enqueue(message["invocationId"]!.GetValue<string>());
                break;
            case 1:
                Send(Answer(message));
                break;
        }
    }

    private JsonObject Answer(JsonNode call)
    {
        var answer = new JsonObject { ["type"] = 3, ["invocationId"] = call["invocationId"]!.GetValue<string>() };
        var asked = call["arguments"]!;
        try
        {
            answer["result"] = Record(asked[0]!.GetValue<string>(), asked[1]!.GetValue<int>(), asked[2]!.GetValue<long>());
        }
        catch (InvalidOperationException refused)
        {
            answer["error"] = refused.Message;
        }

        return answer;
    }

    private void SendItem(string stream, JsonObject item) => Send(new JsonObject { ["type"] = 2, ["invocationId"] = stream, ["item"] = item.DeepClone() });

    private void Send(JsonObject message) => _line!.Send(message.ToJsonString() + End);
}
