namespace Push;

/// <summary>What a number of dashboards cost a server: what it used with them, less what it used without.</summary>
/// <param name="Alone">What it used without any: CPU seconds a second.</param>
/// <param name="Cpu">What they cost: CPU seconds a second, all together.</param>
/// <param name="Memory">By how many bytes the process had grown when they had been there for a while, for each of them.</param>
/// <param name="Bytes">Sent to each a second.</param>
/// <param name="Frames">Sent to each a second.</param>
/// <param name="MedianAge">Of a frame when it came, in milliseconds.</param>
/// <param name="P99Age">The 99th percentile.</param>
internal sealed record Round(double Alone, double Cpu, double Memory, double Bytes, double Frames, long MedianAge, long P99Age)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);

    public static async Task<Round> MeasureAsync(PushServer server, int count, TimeSpan length, TimeProvider time)
    {
        await Task.Delay(2 * Settling, time);
        var alone = await CpuAsync(server, Task.Delay(length, time), time);
        var memory = server.Memory();
        await using var dashboards = await Dashboards.OpenAsync(server, count, time);
        await Task.Delay(Settling, time);
        var measuring = dashboards.MeasureAsync(length);
        var together = await CpuAsync(server, Task.Delay(length, time), time);
        var grown = server.Memory() - memory;
        var (bytes, ages) = await measuring;
        return new Round(
            alone,
            together - alone,
            (double)grown / count,
            bytes / length.TotalSeconds / count,
            ages.Count / length.TotalSeconds / count,
            ages[ages.Count / 2],
            ages[ages.Count * 99 / 100]);
    }

    private static async Task<double> CpuAsync(PushServer server, Task span, TimeProvider time)
    {
        var (before, start) = (server.Cpu(), time.GetTimestamp());
        await span;
        return (server.Cpu() - before) / time.GetElapsedTime(start);
    }
}
