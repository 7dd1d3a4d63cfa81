// What a frame costs the dashboard's main thread while 2,000 events a second arrive, as the browser itself records it, and
// what the page holds at the start and at the end. The shop writes straight into a real Kafka: so the browser has most of the
// machine, as it has where the rest runs elsewhere.
// KAFKA_HOME=… dotnet run -c Release --project bench/Frame [SECONDS] [--minutes M] [--rate R]; needs a Chromium, and takes a
// minute without options. --minutes 60: the memory after an hour.
using System.Globalization;
using EdmTesting;
using Frame;
using Microsoft.Playwright;
using Push;

var seconds = args.TakeWhile(a => !a.StartsWith('-')).Select(Parse).FirstOrDefault(20);
var minutes = Option("--minutes", 0);
var rate = Option("--rate", 2000);

await using var kafka = await KafkaCluster.StartAsync();
await using var feed = new Feed(kafka.BootstrapServers, prefix: "", rate, TimeProvider.System);
await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", kafka.BootstrapServers));
await demo.ReadyAsync();
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Need.Browser(), Args = ["--disable-gpu"] });
var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
await page.GotoAsync(new Uri(demo.Address, "dashboard").ToString());

// Until the log is full every frame adds to it, and the first minute's figures grow more than any later ones.
await page.Locator(".log li").Nth(199).WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
var trace = await Trace.RecordAsync(browser, page, TimeSpan.FromSeconds(seconds));
trace.Print(rate);

var start = await Held.MeasureAsync(page);
Held.Head();
start.Print("at the start");
if (minutes == 0) return;
for (var minute = 1; minute <= minutes; minute++)
{
    await page.WaitForTimeoutAsync(60_000);
    if (minute == minutes || minute % 10 == 0) (await Held.MeasureAsync(page)).Print($"after {minute} min");
}

(await Trace.RecordAsync(browser, page, TimeSpan.FromSeconds(seconds))).Print(rate);

int Option(string name, int otherwise) => args.SkipWhile(a => a != name).Skip(1).Select(Parse).FirstOrDefault(otherwise);

static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
