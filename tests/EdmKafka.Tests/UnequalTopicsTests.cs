using EdmContracts;

namespace EdmKafka.Tests;

/// <summary>By itself: it sets the process's exit code, which is everybody's.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class UnequalTopicsTests(SharedKafka shared) : IDisposable
{
    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public async Task Topics_with_different_numbers_of_partitions_stop_the_program_with_a_clear_word()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        foreach (var (topic, partitions) in Topics.Input.Zip([2, 3, 2])) await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + topic, partitions);

        await using var host = await KafkaHost.StartAsync(kafka);

        Assert.Equal(1, await host.End.WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal(1, host.Log.Count(
            $"the input topics have different numbers of partitions: {kafka.Prefix}edm-ui-click has 2, {kafka.Prefix}edm-ui-pageload has 3, " +
            $"{kafka.Prefix}edm-ui-commerce has 2. One visitor's events would be spread over several readers: create them anew with the same number"));
    }
}
