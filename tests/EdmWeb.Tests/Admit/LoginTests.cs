using System.Net;

namespace EdmWeb.Tests.Admit;

public class LoginTests
{
    private const string Key = "a key that is long enough";

    [Theory]
    [InlineData("dashboard", "/login?to=%2Fdashboard")]
    [InlineData("dashboard?wall=1", "/login?to=%2Fdashboard%3Fwall%3D1")]
    public async Task A_stranger_who_opens_the_dashboard_is_sent_to_sign_in(string path, string place)
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);

        using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, place), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_script_that_asks_is_refused_and_not_sent_anywhere()
    {
        await using var web = await StartAsync();
        using var http = new HttpClient { BaseAddress = web.Address };
        using var answer = await http.GetAsync("dashboard/settings", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Whoever_has_the_key_signs_in_once_and_is_back_where_he_was()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);

        using var signedIn = await SignInAsync(browser, Key, "?to=%2Fdashboard%23history");
        using var dashboard = await browser.GetAsync("dashboard", TestContext.Current.CancellationToken);
        using var again = await browser.GetAsync("login", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, "/dashboard#history"), (signedIn.StatusCode, signedIn.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, dashboard.StatusCode);
        Assert.Equal((HttpStatusCode.SeeOther, "/dashboard"), (again.StatusCode, again.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);

        using var signedIn = await SignInAsync(browser, Key);

        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^edm-viewer=[0-9]+\\.[A-Za-z0-9_-]+; max-age=604800; path=/; samesite=lax; httponly$", cookie);
        Assert.DoesNotContain(Key, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_TLS_the_cookie_never_goes_without_it()
    {
        await using var web = await StartAsync(("Access__KnownProxies", "127.0.0.0/8,::1"));
        using var browser = Browser(web);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.5");

        using var signedIn = await SignInAsync(browser, Key);

        Assert.Contains("; secure", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_so_and_the_eleventh_within_a_minute_to_wait()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await SignInAsync(browser, $"guess {i}");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            Assert.Contains("That is not the viewer key.", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var eleventh = await SignInAsync(browser, Key);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)), (eleventh.StatusCode, eleventh.Headers.RetryAfter!.Delta));
        Assert.False(eleventh.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("?to=https://elsewhere.example/")]
    [InlineData("?to=//elsewhere.example/")]
    [InlineData("?to=/%5Celsewhere.example/")]
    [InlineData("?to=/%09/elsewhere.example/")]
    [InlineData("?to=dashboard")]
    [InlineData("")]
    public async Task Nobody_sends_a_viewer_to_another_site(string query)
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        using var signedIn = await SignInAsync(browser, Key, query);
        Assert.Equal("/dashboard", signedIn.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("login")]
    [InlineData("logout")]
    public async Task A_page_of_another_site_signs_nobody_in_or_out(string path)
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        browser.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var answer = await browser.PostAsync(path, Form(Key), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Whoever_signs_out_is_a_stranger_again()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        using var signedIn = await SignInAsync(browser, Key);
        using var left = await browser.PostAsync("logout", null, TestContext.Current.CancellationToken);
        using var dashboard = await browser.GetAsync("dashboard", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Redirect), (left.StatusCode, dashboard.StatusCode));
    }

    [Fact]
    public async Task What_is_larger_than_any_key_is_a_wrong_key()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        using var answer = await SignInAsync(browser, new string('k', 100_000));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_shop_and_the_tracker_need_no_key()
    {
        await using var web = await StartAsync();
        using var browser = Browser(web);
        foreach (var path in new[] { "", "kits", "tracker", "tracker/edm.js", "health/ready", "login" })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Neither_key_nor_ticket_reach_the_log()
    {
        await using var web = await ServiceProcess.StartAsync(
            "EdmWeb", ("Access__ViewerKey", Key), ("Serilog__MinimumLevel__Default", "Debug"), ("Serilog__MinimumLevel__Override__Microsoft", "Debug"));
        using var browser = Browser(web);
        using var wrong = await SignInAsync(browser, "a wrong key that was shown");
        using var signedIn = await SignInAsync(browser, Key);
        var ticket = Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split('.', ';')[1];
        await browser.GetAsync("dashboard", TestContext.Current.CancellationToken);

        Assert.Contains(web.Printed, line => line.Contains("/login", StringComparison.Ordinal));
        Assert.DoesNotContain(web.Printed, line => line.Contains(Key, StringComparison.Ordinal) || line.Contains(ticket, StringComparison.Ordinal) || line.Contains("a wrong key that", StringComparison.Ordinal));
    }

    private static Task<InProcessService> StartAsync(params (string, string?)[] more) => InProcessService.StartAsync("EdmWeb", [("Access__ViewerKey", Key), .. more]);

    /// <summary>It keeps cookies, wants pages, and says where it is sent instead of going there.</summary>
    private static HttpClient Browser(RunningService web)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        return http;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string key, string query = "") =>
        browser.PostAsync($"login{query}", Form(key), TestContext.Current.CancellationToken);

    private static FormUrlEncodedContent Form(string key) => new([new("key", key)]);
}
