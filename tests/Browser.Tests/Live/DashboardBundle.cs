using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Tests.Live;

/// <summary>
/// The dashboard's page with its modules in one script and its rules in one style sheet. To load two hundred files takes browser and
/// Playwright longer than most tests take: that it works from its own files, tests on the whole demo show.
/// </summary>
internal sealed partial class DashboardBundle
{
    private const string Script = "/dashboard/main.js", Styles = "/dashboard/bundle.css";

    private readonly Dictionary<string, string> _headers;
    private readonly string _page, _script, _styles;

    private DashboardBundle(Dictionary<string, string> headers, string page, string script, string styles) =>
        (_headers, _page, _script, _styles) = (headers, page, script, styles);

    /// <param name="site">Where the page is served from.</param>
    public static async Task<DashboardBundle> MakeAsync(Uri site)
    {
        using var http = new HttpClient { BaseAddress = site };
        using var answer = await http.GetAsync("dashboard");
        var page = await answer.Content.ReadAsStringAsync();
        var links = StyleSheet().Matches(page);
        var styles = await Task.WhenAll(links.Select(link => http.GetStringAsync(link.Groups["address"].Value)));
        page = StyleSheet().Replace(page, link => link.Index == links[0].Index ? $"""<link rel="stylesheet" href="{Styles}">""" : "");
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !header.Key.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase) && !header.Key.StartsWith("Transfer", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new(headers, page, await ScriptAsync(), string.Join('\n', styles));
    }

    /// <summary>Puts the few files in the place of the many, for what the page loads from now on.</summary>
    public async Task ServeAsync(IPage page)
    {
        await page.RouteAsync(url => new Uri(url).AbsolutePath == "/dashboard", route => route.FulfillAsync(new() { Headers = _headers, Body = _page }));
        await page.RouteAsync($"**{Script}", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = _script }));
        await page.RouteAsync($"**{Styles}", route => route.FulfillAsync(new() { ContentType = "text/css", Body = _styles }));
    }

    private static async Task<string> ScriptAsync()
    {
        var packages = await NpmPackages.RestoreAsync(Path.Combine(Repository.Root, "tests", "Browser.Tests", "bundle"));
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            "node",
            [Path.Combine(packages, "node_modules", "esbuild", "bin", "esbuild"), "main.js", "--bundle", "--format=esm", "--log-level=warning"],
            Path.Combine(Repository.Root, "src", "EdmWeb", "wwwroot", "dashboard"), CancellationToken.None);
        return exitCode == 0 ? printed : throw new InvalidOperationException(printed);
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<address>[^"]+)">""")]
    private static partial Regex StyleSheet();
}
