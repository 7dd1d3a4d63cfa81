namespace EdmKafka.Tests;

public class PendingBatchTests
{
    [Fact]
    public async Task A_batch_is_done_with_the_last_answer_and_keeps_the_records_order()
    {
        var pending = new PendingBatch(3);
        Assert.False(pending.Answer(2, Written(12)));
        Assert.False(pending.Answer(0, Written(10)));
        Assert.True(pending.Answer(1, Written(11)));
        Assert.False(pending.Done.IsCompleted);

        pending.Complete();

        Assert.Equal([10, 11, 12], (await pending.Done).Select(d => d.Offset));
    }

    [Fact]
    public void Of_answers_that_come_from_many_threads_at_once_just_one_is_the_last()
    {
        var pending = new PendingBatch(500);
        var last = 0;

        Parallel.For(0, 500, i => Interlocked.Add(ref last, pending.Answer(i, Written(i)) ? 1 : 0));

        Assert.Equal(1, last);
    }

    private static Delivery Written(long offset) => new(WriteOutcome.Written, Partition: 0, Offset: offset);
}
