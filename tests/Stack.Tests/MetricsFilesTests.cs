using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stack.Tests;

/// <summary>
/// What Prometheus and Grafana are given asks for nothing that no service has: the README lists every metric of ours, which
/// another test holds it to.
/// </summary>
public partial class MetricsFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "metrics");
    private static readonly string[] Labels = ["edm_view", "edm_verdict", "messaging_consumer_group_name", "messaging_destination_name"];

    [Theory]
    [InlineData("alerts.yml")]
    [InlineData("grafana/boards/edmdemo.json")]
    public void Every_metric_of_ours_is_one_that_the_README_lists(string file)
    {
        var listed = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(row => row.Groups[1].Value).ToHashSet();

        // A histogram is asked for by its parts.
        var asked = Metric().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(m => m.Groups[1].Value).Where(name => !Labels.Contains(name)).ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(listed));
    }

    [Fact]
    public void The_board_asks_the_source_that_is_provided_with_it()
    {
        using var board = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "grafana", "boards", "edmdemo.json")));
        var sources = board.RootElement.GetProperty("panels").EnumerateArray().Select(p => p.GetProperty("datasource").GetProperty("uid").GetString()!);

        Assert.Contains($"uid: {Assert.Single(sources.Distinct())}", File.ReadAllText(Path.Combine(Folder, "grafana", "datasources.yml")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b((?:edm|messaging)_\w+?)(?:_bucket|_count|_sum)?\b")]
    private static partial Regex Metric();

    [GeneratedRegex(@"^\| `((?:edm|messaging)_\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
