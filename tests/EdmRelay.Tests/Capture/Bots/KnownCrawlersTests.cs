using System.Text;
using System.Text.Json;
using EdmRelay.Capture.Bots;

namespace EdmRelay.Tests.Capture.Bots;

public class KnownCrawlersTests
{
    // A machine with much else to do may hold up any of the thousands of matches for longer than a relay waits.
    private static readonly KnownCrawlers Crawlers = new(CrawlerPatterns.OfThisBuild(patience: TimeSpan.FromMinutes(1)));

    public static TheoryData<string> Browsers =>
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0",
        "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Vivaldi/6.5",
        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
        "Mozilla/5.0 (Windows NT 10.0; WOW64; rv:115.0) Gecko/20100101 Firefox/115.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.2 Safari/605.1.15",
        "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
        "Mozilla/5.0 (X11; CrOS x86_64 16181.61.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/130.0 Mobile/15E148 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 380.0.0.28.110",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/380.0 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 13; Redmi Note 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36 OPR/82.0.0.0",
        "Mozilla/5.0 (Linux; Android 12; SM-T500) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; U; Android 11; de-de; MI 9) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.0.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.4",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (PlayStation; PlayStation 5/2.26) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15",
        "Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18",
    ];

    [Fact]
    public void Every_user_agent_of_the_list_is_known_and_its_name_stands_in_JSON_as_it_is()
    {
        using var list = typeof(KnownCrawlers).Assembly.GetManifestResourceStream("crawler-user-agents.json")!;
        using var json = JsonDocument.Parse(list);
        var instances = json.RootElement.EnumerateArray()
            .SelectMany(e => e.TryGetProperty("instances", out var i) ? i.EnumerateArray().Select(u => u.GetString()!) : []).ToList();

        Assert.InRange(instances.Count, 2_000, int.MaxValue);
        Assert.All(instances, userAgent =>
        {
            var name = Name(userAgent);
            Assert.True(name is not null, userAgent);
            Assert.InRange(name.Length, 1, 64);
            Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(name));
        });
    }

    [Theory]
    [MemberData(nameof(Browsers))]
    public void A_persons_browser_is_no_crawler(string userAgent) => Assert.Null(Name(userAgent));

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot")]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "bingbot")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Wget/1.21", "Wget")]
    [InlineData("", null)]
    public void A_crawler_has_a_name_that_people_know(string userAgent, string? name) => Assert.Equal(name, Name(userAgent));

    [Fact]
    public void Only_the_beginning_of_a_long_user_agent_is_looked_at()
    {
        Assert.Equal("Googlebot", Name($"Googlebot/2.1 {new string('x', 100_000)}"));
        Assert.Null(Name($"{new string('x', 100_000)} Googlebot/2.1"));
    }

    [Fact]
    public void A_flood_of_user_agents_is_forgotten_again_and_what_is_asked_often_is_not()
    {
        var answers = new RecentAnswers(most: 100);
        for (var i = 0; i < 10_000; i++)
        {
            answers.Keep(Encoding.UTF8.GetBytes($"{i}"), null);
            if (!answers.TryFind("often"u8, out var often)) Assert.True(i < 1, $"forgotten at {i}");
            else Assert.Equal("yes", often);
            if (i == 0) answers.Keep("often"u8, "yes");
        }

        Assert.InRange(answers.Count, 2, 110);
    }

    [Fact]
    public void Many_threads_ask_at_once_and_each_has_its_answer() =>
        Parallel.For(0, 20_000, i => Assert.Equal(i % 2 == 0 ? "Googlebot" : null, Name(i % 2 == 0 ? $"Googlebot/{i}" : $"Mozilla/5.0 {i}")));

    [Fact]
    public void An_expression_that_takes_too_long_does_not_match()
    {
        var patterns = new CrawlerPatterns(["(a+)+$", "Googlebot\\/"]);

        Assert.Null(patterns.Find($"{new string('a', 400)}!"));
        Assert.Equal("Googlebot/", patterns.Find("x Googlebot/2"));
    }

    [Fact]
    public void Asking_again_allocates_nothing()
    {
        var userAgent = "Mozilla/5.0 (compatible; Googlebot/2.1)"u8.ToArray();
        var crawlers = new KnownCrawlers();
        for (var i = 0; i < 100; i++) crawlers.NameOf(userAgent);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) crawlers.NameOf(userAgent);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string? Name(string userAgent) => Crawlers.NameOf(Encoding.UTF8.GetBytes(userAgent));
}
