using System.Globalization;
using Microsoft.Playwright;

namespace Frame;

/// <summary>What the page holds once the garbage is collected.</summary>
/// <param name="Heap">JavaScript's, in bytes.</param>
/// <param name="Nodes">Of the DOM, detached ones too.</param>
/// <param name="Listeners">For events.</param>
internal sealed record Held(double Heap, double Nodes, double Listeners)
{
    public static async Task<Held> MeasureAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("HeapProfiler.collectGarbage");
        await devtools.SendAsync("Performance.enable");
        var answer = await devtools.SendAsync("Performance.getMetrics");
        var metrics = answer!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());
        await devtools.SendAsync("Performance.disable");
        await devtools.DetachAsync();
        return new Held(metrics["JSHeapUsedSize"], metrics["Nodes"], metrics["JSEventListeners"]);
    }

    public static void Head() => Console.WriteLine($"\n{"held",-16}{"heap MB",10}{"DOM nodes",12}{"listeners",12}");

    public void Print(string when) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when,-16}{Heap / 1e6,10:0.00}{Nodes,12:0}{Listeners,12:0}"));
}
