using EdmContracts;

namespace EdmKafka.Tests;

public class ReaderNeedsTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_reader_that_needs_a_pause_gets_nothing_and_goes_on_where_it_was(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();
        await host.ProduceAsync(Topics.Click, "visitor", "before");
        await Eventually.EqualAsync(["before"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);

        reader.Needs = ReaderNeed.Pause;
        await BeatsAsync(reader, 2);
        for (var i = 0; i < 20; i++) await host.ProduceAsync(Topics.Click, "visitor", $"{i}");
        await BeatsAsync(reader, 10);
        Assert.Single(reader.Records);

        reader.Needs = ReaderNeed.Records;
        await Eventually.EqualAsync(["before", .. Enumerable.Range(0, 20).Select(i => $"{i}")], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
        Assert.Single(reader.Assignments);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_reader_that_needs_another_beginning_is_asked_for_it_also_while_it_pauses(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        RecordingReader reader = null!;
        reader = new RecordingReader { During = (call, _) => { if (call == "Begin") reader.Needs = ReaderNeed.Records; } };
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();
        for (var i = 0; i < 5; i++) await host.ProduceAsync(Topics.Click, "visitor", $"{i}");
        await Eventually.EqualAsync(5, () => reader.Records.Count, KafkaHost.Patience);

        reader.Needs = ReaderNeed.Pause;
        await BeatsAsync(reader, 2);
        await host.ProduceAsync(Topics.Click, "visitor", "5");
        reader.Needs = ReaderNeed.AnotherBeginning;

        await Eventually.EqualAsync(2, () => reader.Assignments.Count, KafkaHost.Patience);
        await Eventually.EqualAsync(["0", "1", "2", "3", "4", "5"], () => reader.Assignments.Last().Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
        Assert.All(reader.Assignments, assignment => Assert.True(assignment.IsClean));
        Assert.Equal(5, reader.Assignments.First().Records.Count);
    }

    [Fact]
    public async Task A_reader_that_needs_a_pause_gets_it_also_while_records_stream_in()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        RecordingReader reader = null!;
        reader = new RecordingReader
        {
            During = (call, _) =>
            {
                // Slower than they come, so that each beat finds itself between two of them.
                if (call == "Take") Busy(TimeSpan.FromMilliseconds(0.2));
                if (call == "Beat" && reader.Records.Count > 0) reader.Needs = ReaderNeed.Pause;
            },
        };
        await using (var before = await KafkaHost.StartAsync(kafka))
        {
            await before.ReadyAsync();
            await Task.WhenAll(Enumerable.Range(0, 20_000).Select(i => before.ProduceAsync(Topics.Click, "visitor", $"{i}")));
        }

        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await Eventually.EqualAsync(ReaderNeed.Pause, () => reader.Needs, KafkaHost.Patience);
        await BeatsAsync(reader, 40);

        Assert.InRange(reader.Records.Count, 1, 5_000);
    }

    /// <summary>It pauses all, another takes half of them and gives them back: those were never told to go on.</summary>
    [Fact]
    public async Task A_pause_ends_for_partitions_too_that_another_had_in_between()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        RecordingReader reader = null!;
        reader = new RecordingReader { During = (call, _) => { if (call == "Begin") reader.Needs = ReaderNeed.Records; } };
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await Eventually.EqualAsync(18, () => reader.Assignments.LastOrDefault()?.Begin.Count ?? 0, KafkaHost.Patience);
        reader.Needs = ReaderNeed.Pause;
        await BeatsAsync(reader, 2);

        await using (await KafkaHost.StartAsync(kafka, new RecordingReader()))
            await Eventually.EqualAsync(9, () => reader.Assignments.Last().Begin.Count, KafkaHost.Patience);
        await Eventually.EqualAsync(18, () => reader.Assignments.Last().Begin.Count, KafkaHost.Patience);
        for (var i = 0; i < 60; i++) await host.ProduceAsync(Topics.Click, $"visitor {i}", $"{i}");

        await Eventually.EqualAsync(60, () => reader.Records.Count, KafkaHost.Patience);
    }

    private static void Busy(TimeSpan span)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < span) Thread.SpinWait(20);
    }

    private static Task BeatsAsync(RecordingReader reader, int count)
    {
        var until = reader.Beats + count;
        return Eventually.TrueAsync(() => reader.Beats >= until, KafkaHost.Patience);
    }
}
