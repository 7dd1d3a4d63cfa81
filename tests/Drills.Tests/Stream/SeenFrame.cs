using System.Text.Json.Nodes;

namespace Drills.Tests.Stream;

/// <summary>Of a frame what the checks need. Times are milliseconds since 1970.</summary>
/// <param name="Came">When the dashboard had it, by its own clock.</param>
/// <param name="At">The node's clock when the frame was made.</param>
/// <param name="Node">Where the node answers.</param>
/// <param name="State">As the node says.</param>
/// <param name="Position">How far the node has read <c>edm-live</c>, as it says.</param>
/// <param name="Books">By topic and partition, the columns by name: <c>read</c>, <c>shown</c>, ….</param>
/// <param name="Buckets">By the closed bucket's start, the counts by name: <c>pageloads</c>, <c>clicks</c>, ….</param>
internal sealed record SeenFrame(
    long Came,
    long At,
    string Node,
    string State,
    long Position,
    IReadOnlyDictionary<(string Topic, int Partition), Dictionary<string, long>> Books,
    IReadOnlyDictionary<long, Dictionary<string, long>> Buckets)
{
    /// <summary>The window whose steps are one bucket each, in minutes.</summary>
    public const int Window = 5;

    private static readonly string[] Columns = ["read", "shown", "duplicate", "late", "bot", "rejected", "expired"];
    private static readonly string[] Counts = ["pageloads", "clicks", "commerce", "orders"];

    public static SeenFrame Of(JsonObject frame, string node, long came) => new(
        came,
        frame["at"]!.GetValue<long>(),
        node,
        frame["state"]!.GetValue<string>(),
        frame["position"]!.GetValue<long>(),
        frame["partitions"]!.AsArray().ToDictionary(
            p => (p!["topic"]!.GetValue<string>(), p["partition"]!.GetValue<int>()),
            p => Named(Columns, column => p![column]!.GetValue<long>())),
        Closed(frame["traffic"]!.AsObject()));

    private static Dictionary<long, Dictionary<string, long>> Closed(JsonObject traffic)
    {
        var (from, step) = (traffic["from"]!.GetValue<long>(), traffic["step"]!.GetValue<int>());
        var lists = Counts.ToDictionary(name => name, name => traffic[name]!.AsArray());

        // The last step is not over.
        var closed = lists["clicks"].Count - 1;
        return Enumerable.Range(0, Math.Max(0, closed)).ToDictionary(n => from + (long)n * step, n => Named(Counts, name => lists[name][n]!.GetValue<long>()));
    }

    private static Dictionary<string, long> Named(string[] names, Func<string, long> value) => names.ToDictionary(name => name, value);
}
