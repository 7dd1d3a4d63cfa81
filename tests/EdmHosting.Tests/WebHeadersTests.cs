using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EdmHosting.Tests;

public class WebHeadersTests
{
    [Fact]
    public async Task A_page_runs_no_script_that_is_not_a_file_of_its_own_origin()
    {
        var policy = (await AskAsync("/page"))["Content-Security-Policy"];
        Assert.Equal(
            ["base-uri 'none'", "default-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "img-src 'self' data:", "object-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"],
            policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/page", "X-Content-Type-Options", "nosniff")]
    [InlineData("/numbers", "X-Content-Type-Options", "nosniff")]
    [InlineData("/nowhere", "X-Content-Type-Options", "nosniff")]
    [InlineData("/page", "X-Frame-Options", "DENY")]
    [InlineData("/page", "Referrer-Policy", "strict-origin-when-cross-origin")]
    [InlineData("/page", "Cross-Origin-Opener-Policy", "same-origin")]
    public async Task A_browser_guesses_frames_and_tells_nothing(string path, string header, string value) =>
        Assert.Equal(value, (await AskAsync(path))[header]);

    [Fact]
    public async Task No_answer_says_what_software_gave_it() => Assert.DoesNotContain("Server", (await AskAsync("/page")).Keys);

    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("192.0.2.1", "https", false)]
    public async Task Browsers_that_came_over_TLS_come_back_over_TLS_alone(string known, string scheme, bool told)
    {
        var headers = await AskAsync("/page", [("Access:KnownProxies", known)], ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.5"), ("Host", "edm.example"));
        Assert.Equal(told ? "max-age=31536000" : null, headers.GetValueOrDefault("Strict-Transport-Security"));
    }

    private static Task<Dictionary<string, string>> AskAsync(string path) => AskAsync(path, []);

    private static async Task<Dictionary<string, string>> AskAsync(string path, (string, string)[] settings, params (string Name, string Value)[] headers)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = SmallProgram.Build(settings);
        app.MapGet("/page", () => TypedResults.Text("<p>", "text/html"));
        app.MapGet("/numbers", () => new { orders = 1 });
        await app.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, stop);
        return answer.Headers.ToDictionary(h => h.Key, h => Assert.Single(h.Value), StringComparer.OrdinalIgnoreCase);
    }
}
