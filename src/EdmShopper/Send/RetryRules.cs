namespace EdmShopper.Send;

/// <summary>What an answer means for the events of the try, and when to try again.</summary>
public static class RetryRules
{
    /// <summary>How long after its first try that may have been written an event is sent again: the relay's promise reaches no further.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private const double FirstWait = 100, LongestWait = 2_000;

    /// <summary>Whether the relay has taken the events that the answer does not list as rejected.</summary>
    public static bool Confirms(int status) => status is >= 200 and < 300;

    /// <summary>"Not known, send it again": no answer, 408, 429 and 5xx. Any other answer is final.</summary>
    public static bool SendAgain(int status) => status is 0 or 408 or 429 or >= 500;

    /// <summary>Whether a try that was answered so may have been written all the same. A 429 is said before anything is read.</summary>
    public static bool MayBeWritten(int status, bool tried) => SendAgain(status) && status != 429 && tried;

    /// <summary>
    /// How long to wait before the next try: full jitter under 100 ms, 200 ms, 400 ms … 2 s, on top of what the relay asked
    /// for. (Short for a browser, right for a load: the books shall be closed soon after the relay is back.)
    /// </summary>
    /// <param name="tries">How many tries there were.</param>
    /// <param name="retryAfter">What the relay asked for.</param>
    /// <param name="random">Where the jitter comes from.</param>
    public static TimeSpan Wait(int tries, TimeSpan? retryAfter, Random random)
    {
        var most = Math.Min(LongestWait, FirstWait * Math.Pow(2, Math.Min(tries - 1, 10)));
        return (retryAfter ?? TimeSpan.Zero) + TimeSpan.FromMilliseconds(1 + (random.NextDouble() * (most - 1)));
    }
}
