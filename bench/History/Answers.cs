using System.Net;

namespace History;

/// <summary>Asks a service again and again, until it ends.</summary>
internal sealed class Answers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly Task _asking;
    private volatile bool _ended;
    private int _good, _other;
    private TimeSpan _slowest;

    public Answers(Uri service, TimeProvider time)
    {
        _time = time;
        _asking = AskAsync(service);
    }

    /// <returns>How it answered.</returns>
    public async Task<string> EndAsync()
    {
        _ended = true;
        await _asking;
        return $"The service was asked {_good + _other:N0} times meanwhile and answered {_good:N0} times, within {_slowest.TotalMilliseconds:0} ms.";
    }

    private async Task AskAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        using var timer = new PeriodicTimer(Pause, _time);
        while (!_ended)
        {
            var start = _time.GetTimestamp();
            using var answer = await http.GetAsync("api/clickCount");
            _slowest = TimeSpan.FromTicks(Math.Max(_slowest.Ticks, _time.GetElapsedTime(start).Ticks));
            if (answer.StatusCode == HttpStatusCode.OK) _good++;
            else _other++;
            await timer.WaitForNextTickAsync();
        }
    }
}
