using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace EdmStream.Push;

/// <summary>
/// What changed between two moments, worked out once for all connections that go from the one to the other: most do, since
/// all are told at the same pace. Any thread may ask.
/// </summary>
internal sealed class FrameDeltas
{
    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    private readonly ConcurrentDictionary<(long From, int Window), Lazy<JsonElement>> _ofNewest = new();
    private long _newest;

    /// <param name="from">The moment that the connection knows.</param>
    /// <param name="to">The moment that it is told.</param>
    /// <param name="window">Its window, in minutes.</param>
    public JsonElement Of(Moment from, Moment to, int window)
    {
        // Nobody asks for the way to an older moment again.
        var newest = Interlocked.Read(ref _newest);
        if (to.Sequence > newest && Interlocked.CompareExchange(ref _newest, to.Sequence, newest) == newest) _ofNewest.Clear();
        if (to.Sequence < Interlocked.Read(ref _newest)) return Make(from, to, window);
        return _ofNewest.GetOrAdd((from.Sequence, window), _ => new Lazy<JsonElement>(() => Make(from, to, window))).Value;
    }

    private static JsonElement Make(Moment from, Moment to, int window)
    {
        var (before, after) = (Json(from, window), Json(to, window));
        var shift = (to.Windows[window].Traffic.From - from.Windows[window].Traffic.From) / to.Windows[window].Traffic.Step;
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) JsonDelta.Write(writer, before, after, (int)Math.Max(0, shift));
        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static JsonElement Json(Moment moment, int window) => JsonSerializer.SerializeToElement(LiveFrame.Of(moment, window), Web);
}
