using System.Collections.Concurrent;
using System.Net;

namespace Drills.Tests.Relay;

/// <summary>
/// Senders that post one click after the other and send again, with the same id, whatever was not answered 2xx: what
/// the relay's promise asks of them. They keep the books that the log and the screen are compared with.
/// </summary>
internal sealed class LoadDrill(Uri relay, int connections)
{
    private readonly ConcurrentDictionary<string, int> _unanswered = new();
    private readonly ConcurrentDictionary<string, byte> _answered = new();
    private volatile bool _enough;

    /// <summary>The ids that were answered 2xx.</summary>
    public IReadOnlyCollection<string> Answered => [.. _answered.Keys];

    public int Count => _answered.Count;

    /// <summary>Whether a try of this id was not answered 2xx before one was.</summary>
    public bool WasRetried(string id) => _unanswered.ContainsKey(id);

    public int Retries => _unanswered.Values.Sum();

    /// <summary>Sends until <see cref="Stop"/>; ends when every event that was begun has been answered 2xx.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, connections).Select(SendAsync));

    public void Stop() => _enough = true;

    private async Task SendAsync(int connection)
    {
        using var sender = new Sender(relay);
        for (var n = 0; !_enough; n++)
        {
            var id = Sender.NewId();
            var click = Sender.Click(id, button: $"button-{n % 7}", visitor: $"visitor-{connection}-{n % 25}");
            while (!await TryAsync(sender, click)) _unanswered.AddOrUpdate(id, 1, (_, tries) => tries + 1);
            _answered[id] = 0;
        }
    }

    private static async Task<bool> TryAsync(Sender sender, object click)
    {
        try
        {
            using var answer = await sender.PostAsync(click);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
