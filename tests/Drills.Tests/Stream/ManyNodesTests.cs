namespace Drills.Tests.Stream;

/// <summary>Whatever happens to the nodes and the brokers: all nodes tell one truth, and no number that was shown goes back.</summary>
[Collection(nameof(ThreeBrokers))]
public class ManyNodesTests(ThreeDrillBrokers brokers)
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_node_shows_the_truth_and_no_number_goes_back(int nodes) =>
        await new NodesDrill(DrillSeed.New(), await brokers.WholeAsync()).RunAsync(nodes);
}
