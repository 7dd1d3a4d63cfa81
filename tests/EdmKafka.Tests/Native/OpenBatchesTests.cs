using EdmKafka.Native;

namespace EdmKafka.Tests.Native;

public class OpenBatchesTests
{
    [Fact]
    public async Task A_number_leads_to_its_record_in_its_batch()
    {
        var open = new OpenBatches();
        var batches = Enumerable.Range(0, 200).Select(_ => new PendingBatch(3)).ToList();
        var places = batches.ConvertAll(open.Open);

        foreach (var index in new[] { 2, 0, 1 })
            for (var n = 0; n < places.Count; n++) open.Answer(OpenBatches.Number(places[n], index), new Delivery(WriteOutcome.Written, n, index));

        for (var n = 0; n < batches.Count; n++)
            Assert.Equal([(n, 0), (n, 1), (n, 2)], (await batches[n].Done).Select(d => (d.Partition, (int)d.Offset)));
    }

    [Fact]
    public void The_place_of_a_batch_that_is_done_is_given_again()
    {
        var open = new OpenBatches();
        var first = open.Open(new PendingBatch(1));
        open.Answer(OpenBatches.Number(first, 0), default);

        Assert.Equal(first, open.Open(new PendingBatch(1)));
        Assert.NotEqual(first, open.Open(new PendingBatch(1)));
    }

    [Fact]
    public void Many_threads_may_open_and_answer_at_once()
    {
        var open = new OpenBatches();

        var done = Enumerable.Range(0, 2_000).AsParallel().Select(n =>
        {
            var batch = new PendingBatch(1);
            open.Answer(OpenBatches.Number(open.Open(batch), 0), new Delivery(WriteOutcome.Written, Offset: n));
            return (n, batch.Done.Result[0].Offset);
        }).ToList();

        Assert.All(done, d => Assert.Equal(d.n, d.Offset));
    }
}
