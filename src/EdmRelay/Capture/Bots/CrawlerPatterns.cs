using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdmRelay.Capture.Bots;

/// <summary>
/// The list of crawlers that the relay was built with (npm's crawler-user-agents): patterns of which nearly all are plain
/// texts, looked for in one search, and a few are expressions that cannot backtrack.
/// </summary>
internal sealed partial class CrawlerPatterns
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly SearchValues<string> _texts;
    private readonly string[] _longestFirst;
    private readonly Regex[] _expressions;

    /// <param name="patterns">As the list writes them: case matters.</param>
    /// <param name="patience">An expression that takes longer does not match; a twentieth of a second when nothing is said.</param>
    public CrawlerPatterns(IEnumerable<string> patterns, TimeSpan? patience = null)
    {
        var isText = patterns.ToLookup(p => PlainText().IsMatch(p));
        _longestFirst = [.. isText[true].Select(Regex.Unescape).OrderByDescending(t => t.Length)];
        _texts = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
        _expressions = [.. isText[false].Select(p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, patience ?? Patience))];
    }

    /// <param name="patience">As of the constructor.</param>
    public static CrawlerPatterns OfThisBuild(TimeSpan? patience = null)
    {
        using var list = typeof(CrawlerPatterns).Assembly.GetManifestResourceStream("crawler-user-agents.json")!;
        using var json = JsonDocument.Parse(list);
        return new CrawlerPatterns(json.RootElement.EnumerateArray().Select(e => e.GetProperty("pattern").GetString()!).ToList(), patience);
    }

    /// <returns>What of the user agent gives the crawler away; null when nothing does.</returns>
    public string? Find(string userAgent)
    {
        var at = userAgent.AsSpan().IndexOfAny(_texts);
        return at >= 0
            ? _longestFirst.First(text => string.CompareOrdinal(userAgent, at, text, 0, text.Length) == 0)
            : _expressions.Select(expression => Match(expression, userAgent)).FirstOrDefault(found => found is not null);
    }

    private static string? Match(Regex expression, string userAgent)
    {
        try
        {
            return expression.Match(userAgent) is { Success: true } match ? match.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:[^\\.^$*+?()\[\]{}|]|\\[^A-Za-z0-9])+$")]
    private static partial Regex PlainText();
}
