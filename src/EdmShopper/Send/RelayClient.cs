using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EdmShopper.Book;

namespace EdmShopper.Send;

/// <summary>Posts a body to the relay and reads what it says: one try, no retries.</summary>
public sealed class RelayClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly Uri _events;
    private readonly TimeSpan _patience;

    /// <param name="relay">The relay's address.</param>
    /// <param name="connections">The most connections at the same time.</param>
    /// <param name="writeKey">The relay's write key, where it wants one.</param>
    /// <param name="patience">How long to wait for an answer; 30 seconds when nothing is said.</param>
    public RelayClient(Uri relay, int connections, string? writeKey = null, TimeSpan? patience = null)
    {
        _patience = patience ?? TimeSpan.FromSeconds(30);
        _events = new Uri(relay.AbsoluteUri.EndsWith('/') ? relay : new Uri(relay.AbsoluteUri + "/"), "events");
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = Timeout.InfiniteTimeSpan };
        if (writeKey is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(writeKey + ":")));
    }

    /// <param name="events">The events of one body.</param>
    /// <param name="sent">The sender's clock (milliseconds since 1970); null for a body that does not say it.</param>
    /// <param name="stop">Ends the waiting: the answer is then status 0.</param>
    public async Task<RelayAnswer> PostAsync(IReadOnlyList<OutgoingEvent> events, long? sent, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_patience);
        using var content = new ByteArrayContent(RequestBody.Of(events, sent));
        content.Headers.ContentType = Json;
        try
        {
            using var answer = await _http.PostAsync(_events, content, limit.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(limit.Token);
            var wait = answer.Headers.RetryAfter?.Delta;
            return Read((int)answer.StatusCode, body, wait, events);
        }
        catch (HttpRequestException e)
        {
            // Where there was no connection, nothing can have gone over it.
            var tried = e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
            return RelayAnswer.None(e.InnerException?.Message ?? e.Message) with { Tried = tried };
        }
        catch (IOException e)
        {
            return RelayAnswer.None(e.Message);
        }
        catch (OperationCanceledException)
        {
            return RelayAnswer.None(stop.IsCancellationRequested ? "stopped before the answer" : $"no answer within {_patience.TotalSeconds:0.###} s");
        }
    }

    public void Dispose() => _http.Dispose();

    private static RelayAnswer Read(int status, byte[] body, TimeSpan? wait, IReadOnlyList<OutgoingEvent> events)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object) return new RelayAnswer(status, [], RetryAfter: wait);
            var error = RetryRules.Confirms(status) ? null : Text(json, "title") ?? $"status {status}";
            return new RelayAnswer(status, Rejected(json, events), !Says(json, "tried", JsonValueKind.False), wait, error);
        }
        catch (JsonException)
        {
            // A proxy's page, say: the status alone counts.
            return new RelayAnswer(status, [], RetryAfter: wait, Error: RetryRules.Confirms(status) ? null : $"status {status}");
        }
    }

    private static IReadOnlyList<RejectedLine> Rejected(JsonElement json, IReadOnlyList<OutgoingEvent> events) =>
        Says(json, "rejected", JsonValueKind.Array)
            ? [.. json.GetProperty("rejected").EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object)
                .Select(r => new RejectedLine(Text(r, "event_id") ?? IdAt(r, events), Text(r, "reason") ?? ""))]
            : [];

    /// <summary>An event whose id the relay could not read is known by its place.</summary>
    private static string IdAt(JsonElement rejected, IReadOnlyList<OutgoingEvent> events) =>
        rejected.TryGetProperty("index", out var place) && place.TryGetInt32(out var index) && index >= 0 && index < events.Count ? events[index].Id : "";

    private static bool Says(JsonElement json, string name, JsonValueKind kind) => json.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private static string? Text(JsonElement json, string name) => Says(json, name, JsonValueKind.String) ? json.GetProperty(name).GetString() : null;
}
