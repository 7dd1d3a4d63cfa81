// From a click in the shop to the bar of the dashboard, through a real Kafka, in one browser on this machine. What one
// would do instead is to let the page ask again and again: beside it stands what asking for the snapshot once a second
// would show. dotnet run -c Release --project bench/ClickToScreen [CLICKS], with KAFKA_HOME set.
using System.Globalization;
using EdmTesting;
using Microsoft.Playwright;

var clicks = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60;
await using var kafka = await KafkaCluster.StartAsync();
await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", kafka.BootstrapServers));
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Need.Browser(), Args = ["--disable-gpu"] });

// Two windows: a tab that lies behind another one draws but once a second.
await using var screen = await browser.NewContextAsync();

// A browser without a head has a crawler's name, and what crawlers do is not counted.
await using var visitor = await browser.NewContextAsync(new() { UserAgent = $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/{browser.Version} Safari/537.36" });
var dashboard = await screen.NewPageAsync();
await dashboard.GotoAsync(new Uri(demo.Address, "dashboard").ToString());
var shop = await visitor.NewPageAsync();
await shop.GotoAsync(demo.Address.ToString());
var button = shop.Locator("[data-edm-click='browse-kits']").First;
await button.ClickAsync();
await dashboard.Locator("[data-key='browse-kits'] [data-count]").WaitForAsync();

// Both pages have the same clock. Each notes when it saw what.
await shop.EvaluateAsync("() => addEventListener('click', () => { window.clickedAt = Date.now(); }, true)");
await dashboard.EvaluateAsync("""
    () => {
      window.shown = [];
      const count = () => document.querySelector("[data-key='browse-kits'] [data-count]")?.textContent;
      let last = count();
      new MutationObserver(() => { if (count() !== last) { last = count(); window.shown.push(Date.now()); } })
        .observe(document.querySelector("[data-panel='buttons']"), { subtree: true, childList: true, characterData: true });
      window.polled = [];
      const poll = async () => {
        const figures = await (await fetch('/live/snapshot?window=30')).json();
        const count = figures.buttons.find((b) => b.key === 'browse-kits')?.count;
        if (count !== window.polledCount) { window.polledCount = count; window.polled.push(Date.now()); }
      };
      setInterval(poll, 1000);
    }
    """);
await dashboard.WaitForFunctionAsync("() => window.polled.length === 1");
await dashboard.EvaluateAsync("() => { window.polled = []; }");

var random = new Random(7);
var (pushed, polled) = (new List<double>(), new List<double>());
for (var click = 1; click <= clicks; click++)
{
    await button.ClickAsync();
    await dashboard.WaitForFunctionAsync($"() => window.shown.length === {click} && window.polled.length === {click}");
    var at = await shop.EvaluateAsync<double>("() => window.clickedAt");
    pushed.Add(await dashboard.EvaluateAsync<double>($"() => window.shown[{click - 1}]") - at);
    polled.Add(await dashboard.EvaluateAsync<double>($"() => window.polled[{click - 1}]") - at);
    await shop.WaitForTimeoutAsync(random.Next(100, 900));
}

double Quantile(List<double> of, double q) => of.Order().ElementAt((int)(q * (of.Count - 1)));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clicks} clicks        median      p95"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pushed frame   {Quantile(pushed, .5),6:0} ms {Quantile(pushed, .95),6:0} ms"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"asked each s   {Quantile(polled, .5),6:0} ms {Quantile(polled, .95),6:0} ms"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pushed / asked {Quantile(pushed, .5) / Quantile(polled, .5),6:0.00}    {Quantile(pushed, .95) / Quantile(polled, .95),6:0.00}"));
