using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdmStream.Push;

/// <summary>
/// What changed between two moments, worked out once for all connections that go from the one to the other: most do, since
/// all are told at the same pace. Any thread may ask.
/// </summary>
internal sealed class FrameDeltas
{
    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<(long From, long To, int Window), Lazy<JsonElement>> _deltas = new();
    private readonly ConcurrentDictionary<(long From, long To, int Window, LogFilter Filter), FrameChange> _changes = new();
    private long _newest;

    /// <param name="from">The moment that the connection knows.</param>
    /// <param name="to">The moment that it is told.</param>
    /// <param name="window">Its window, in minutes.</param>
    /// <param name="filter">What it wants of the log.</param>
    public FrameChange Of(Moment from, Moment to, int window, LogFilter filter)
    {
        ForgetBefore(to);
        return _changes.GetOrAdd((from.Sequence, to.Sequence, window, filter), _ =>
        {
            var delta = _deltas.GetOrAdd((from.Sequence, to.Sequence, window), _ => new Lazy<JsonElement>(() => Make(from, to, window)));
            var (rows, skipped) = to.Log(filter).Since(from.Log(filter));
            return new FrameChange(delta.Value, rows, skipped);
        });
    }

    // Hardly anybody asks for the way to an older moment again. Who does so meanwhile leaves it here for a moment: the key says
    // whither it goes, so that nobody takes it for another.
    private void ForgetBefore(Moment to)
    {
        var newest = Interlocked.Read(ref _newest);
        if (to.Sequence <= newest || Interlocked.CompareExchange(ref _newest, to.Sequence, newest) != newest) return;
        _deltas.Clear();
        _changes.Clear();
    }

    private static JsonElement Make(Moment from, Moment to, int window)
    {
        var (before, after) = (Json(from, window), Json(to, window));
        var shift = (to.Windows[window].Traffic.From - from.Windows[window].Traffic.From) / to.Windows[window].Traffic.Step;
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Written)) JsonDelta.Write(writer, before, after, (int)Math.Max(0, shift));
        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static JsonElement Json(Moment moment, int window) => JsonSerializer.SerializeToElement(LiveFrame.Of(moment, window), Web);
}
