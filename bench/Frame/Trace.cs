using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Frame;

/// <summary>
/// What the main thread did for each frame: all its tasks from one frame's arrival to the next one's, so nothing that a frame
/// sets off later is left out. CPU is the thread's own time, the clock's includes what it waited for a core.
/// </summary>
/// <param name="Cpu">Milliseconds, a frame each.</param>
/// <param name="Clock">Milliseconds, a frame each.</param>
/// <param name="Parts">Milliseconds of CPU a frame, by what the browser did.</param>
/// <param name="Seconds">From the first frame to the last.</param>
internal sealed record Trace(List<double> Cpu, List<double> Clock, List<(string Name, double Cpu)> Parts, double Seconds)
{
    private const string Task = "ThreadControllerImpl::RunTask", Arrival = "WebSocketReceive";

    /// <summary>A smaller message is a sign of life of the hub and no frame.</summary>
    private const int Smallest = 50;

    /// <summary>With fewer frames a second it is the machine that is measured, not the page.</summary>
    private const double Pace = 3.5;

    private static readonly string[] Recorded = ["toplevel", "devtools.timeline"], Everything = ["*"];

    private static readonly (string Name, string[] Events)[] Kinds =
        [("script", ["FunctionCall", "EvaluateScript", "TimerFire"]), ("style", ["UpdateLayoutTree"]), ("layout", ["Layout"]),
            ("paint", ["PrePaint", "Paint", "Layerize", "Commit"])];

    /// <summary>Lets the browser record, and reads what it recorded.</summary>
    public static async Task<Trace> RecordAsync(IBrowser browser, IPage page, TimeSpan length)
    {
        var devtools = await browser.NewBrowserCDPSessionAsync();
        var (events, complete) = (new List<JsonElement>(), new TaskCompletionSource());
        devtools.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(e => e.Clone()));
        devtools.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await devtools.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { includedCategories = Recorded, excludedCategories = Everything },
        });
        await page.WaitForTimeoutAsync((float)length.TotalMilliseconds);
        await devtools.SendAsync("Tracing.end");
        await complete.Task;
        await devtools.DetachAsync();
        return Read(events);
    }

    public void Print(int rate)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{Cpu.Count} frames, {Cpu.Count / Seconds:0.0} a second, while {rate:N0} events a second arrive: main thread, ms a frame"));
        Console.WriteLine($"{"",-16}{"median",10}{"p99",10}{"mean",10}");
        Row("CPU", Cpu);
        Row("clock", Clock);
        if (Cpu.Count / Seconds < Pace) Console.WriteLine("Four frames a second were meant to come: this machine is too busy for these to be figures.");
        foreach (var (name, cpu) in Parts) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  of it {name,-8}{"",20}{cpu,10:0.00}"));
    }

    private static void Row(string name, List<double> of)
    {
        var sorted = of.Order().ToList();
        double Quantile(double q) => sorted[(int)(q * (sorted.Count - 1))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16}{Quantile(.5),10:0.00}{Quantile(.99),10:0.00}{of.Average(),10:0.00}"));
    }

    private static Trace Read(List<JsonElement> events)
    {
        // The only renderer that hears from a socket, and the thread on which it does.
        var heard = events.Where(e => Name(e) == Arrival && Bytes(e) >= Smallest).OrderBy(Start).ToList();
        if (heard.Count < 2) throw new InvalidOperationException("No frames came while the browser recorded.");
        var arrivals = heard.Select(Start).ToList();
        var own = events.Where(e => Thread(e) == Thread(heard[0]) && e.TryGetProperty("tdur", out _) && Start(e) >= arrivals[0] && Start(e) < arrivals[^1]).ToList();
        var (cpu, clock) = (new double[arrivals.Count - 1], new double[arrivals.Count - 1]);
        foreach (var task in own.Where(e => Name(e) == Task))
        {
            var place = arrivals.BinarySearch(Start(task));
            place = place < 0 ? ~place - 1 : place;
            cpu[place] += Number(task, "tdur") / 1000;
            clock[place] += Number(task, "dur") / 1000;
        }

        var parts = Kinds.Select(kind => (kind.Name, own.Where(e => kind.Events.Contains(Name(e))).Sum(e => Number(e, "tdur")) / 1000 / cpu.Length)).ToList();
        return new Trace([.. cpu], [.. clock], parts, (arrivals[^1] - arrivals[0]) / 1e6);
    }

    private static string? Name(JsonElement e) => e.GetProperty("name").GetString();

    private static (int, int) Thread(JsonElement e) => (e.GetProperty("pid").GetInt32(), e.GetProperty("tid").GetInt32());

    private static double Start(JsonElement e) => Number(e, "ts");

    private static double Number(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static int Bytes(JsonElement e) =>
        e.GetProperty("args").GetProperty("data").TryGetProperty("dataLength", out var length) ? length.GetInt32() : int.MaxValue;
}
