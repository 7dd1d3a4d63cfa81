using System.Text;

namespace EdmRelay.Capture.Bots;

/// <summary>
/// Tells by its user agent whether a sender is a known crawler, and which. The answers are kept for a while, since few user
/// agents send most of the events. Any thread may ask.
/// </summary>
internal sealed class KnownCrawlers(CrawlerPatterns patterns)
{
    private const int LongestLookedAt = 512, LongestName = 64, AnswersKept = 4096;

    private readonly RecentAnswers _answers = new(AnswersKept);

    public KnownCrawlers() : this(CrawlerPatterns.OfThisBuild()) { }

    /// <param name="userAgent">UTF-8; its first 512 bytes are looked at.</param>
    /// <returns>The crawler's name, 1 to 64 characters that JSON writes as they are; null for anybody else.</returns>
    public string? NameOf(ReadOnlySpan<byte> userAgent)
    {
        if (userAgent.Length > LongestLookedAt) userAgent = userAgent[..LongestLookedAt];
        return _answers.TryFind(userAgent, out var known) ? known : _answers.Keep(userAgent, Find(Encoding.UTF8.GetString(userAgent)));
    }

    private string? Find(string userAgent) => patterns.Find(userAgent) is { } found ? NameIn(found) : null;

    /// <summary>Expressions can match what the sender wrote: only letters, digits and a little else of it become the name.</summary>
    private static string NameIn(string found)
    {
        var name = string.Concat(found.Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '!')).Trim(' ', '-', '_', '.');
        return name.Length == 0 ? "crawler" : name.Length > LongestName ? name[..LongestName] : name;
    }
}
