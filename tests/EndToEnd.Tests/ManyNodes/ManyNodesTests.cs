namespace EndToEnd.Tests.ManyNodes;

/// <summary>Whatever happens to the nodes and the brokers: all nodes tell one truth, and no number that was shown goes back.</summary>
[Collection(nameof(OwnBrokers))]
public class ManyNodesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_node_shows_the_truth_and_no_number_goes_back(int nodes)
    {
        await using var cluster = await KafkaCluster.StartAsync(nodes: 3, cancellationToken: TestContext.Current.CancellationToken);
        await new NodesDrill(DrillSeed.New(), cluster).RunAsync(nodes);
    }
}
