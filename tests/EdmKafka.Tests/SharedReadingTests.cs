using EdmContracts;

namespace EdmKafka.Tests;

public class SharedReadingTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_second_member_gets_its_part_after_the_first_has_let_go_of_it(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        RecordingReader first = new(), second = new();
        await using var one = await KafkaHost.StartAsync(kafka, first);
        await Eventually.EqualAsync(18, () => Sizes(first).LastOrDefault(), KafkaHost.Patience);

        await using var two = await KafkaHost.StartAsync(kafka, second);

        await Eventually.EqualAsync(9, () => Sizes(first)[^1], KafkaHost.Patience);
        await Eventually.EqualAsync(9, () => Sizes(second).LastOrDefault(), KafkaHost.Patience);
        Assert.All(first.Assignments, a => Assert.True(a.IsClean));
        Assert.Equal(
            Topics.Input.SelectMany(_ => Enumerable.Range(0, 6), (topic, index) => new LogPartition(topic, index)).ToHashSet(),
            first.Assignments.Last().Begin.Keys.Concat(second.Assignments.Last().Begin.Keys).ToHashSet());
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task One_member_reads_the_same_partitions_of_all_three_topics(KafkaKind kind)
    {
        // With an even number of them, partitions dealt out in turn would lie right by chance.
        using var kafka = await KafkaUnderTest.WithThreePartitionsAsync(kind, shared);
        RecordingReader first = new(), second = new();
        await using var one = await KafkaHost.StartAsync(kafka, first);
        await using var two = await KafkaHost.StartAsync(kafka, second);

        await Eventually.EqualAsync(
            ["0: 3, 1: 3", "2: 3"],
            () => ((RecordingReader[])[first, second]).Select(TopicsByIndex).Order(StringComparer.Ordinal).ToArray(), KafkaHost.Patience);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task When_a_member_leaves_the_other_reads_all(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        RecordingReader staying = new(), leaving = new();
        await using var stays = await KafkaHost.StartAsync(kafka, staying);
        var leaves = await KafkaHost.StartAsync(kafka, leaving);
        await Eventually.TrueAsync(() => Sizes(staying).LastOrDefault() == 9 && Sizes(leaving).LastOrDefault() == 9, KafkaHost.Patience);

        await leaves.StopAsync();

        await Eventually.EqualAsync(18, () => Sizes(staying)[^1], KafkaHost.Patience);
        Assert.True(leaving.Assignments.Last().IsReleased);
        await stays.ProduceAsync(Topics.Click, "visitor", "after");
        await Eventually.EqualAsync(["after"], () => staying.Assignments.Last().Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
    }

    private static string TopicsByIndex(RecordingReader reader) =>
        string.Join(", ", reader.Assignments.Last().Begin.Keys.GroupBy(p => p.Index).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()}"));

    private static int[] Sizes(RecordingReader reader) => [.. reader.Assignments.Select(a => a.Begin.Count)];
}
