using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EdmTesting;

/// <summary>Posts events to a relay and reads what the dashboard would show.</summary>
public sealed class Sender(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public HttpClient Http => _http;

    public static string NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    public static object Click(string id, string button = "browse-kits", string visitor = "visitor-1") => new
    {
        event_id = id,
        type = "click",
        uuid = visitor,
        event_timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        properties = new { button_id = button, description = "Browse kits" },
    };

    public Task<HttpResponseMessage> PostAsync(object body, string path = "events") =>
        _http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public async Task<JsonElement> SnapshotAsync(int window = 30) =>
        await _http.GetFromJsonAsync<JsonElement>($"live/snapshot?window={window}", TestContext.Current.CancellationToken);

    public async Task<int> ClicksAsync() =>
        (await SnapshotAsync()).GetProperty("figures").GetProperty("clicks").GetProperty("value").GetInt32();

    /// <summary>A column of the books, added up over all partitions.</summary>
    public async Task<long> BooksAsync(string column) =>
        (await SnapshotAsync()).GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty(column).GetInt64());

    public async Task<int> StatusAsync(string path) =>
        (int)(await _http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;

    public void Dispose() => _http.Dispose();
}
