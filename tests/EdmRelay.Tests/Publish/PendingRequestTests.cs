using EdmKafka;
using EdmRelay.Publish;

namespace EdmRelay.Tests.Publish;

public class PendingRequestTests
{
    [Fact]
    public void A_request_without_records_is_done_at_once() => Assert.True(new PendingRequest(0).Done.IsCompletedSuccessfully);

    [Fact]
    public async Task A_request_is_done_with_the_last_answer_and_keeps_the_records_order()
    {
        var pending = new PendingRequest(3);
        pending.Answer(2, Written(12));
        pending.Answer(0, Written(10));
        Assert.False(pending.Done.IsCompleted);

        pending.Answer(1, Written(11));

        Assert.Equal([10, 11, 12], (await pending.Done).Select(d => d.Offset));
    }

    [Fact]
    public async Task Answers_may_come_from_many_threads_at_once()
    {
        var pending = new PendingRequest(500);

        Parallel.For(0, 500, i => pending.Answer(i, Written(i)));

        Assert.Equal(Enumerable.Range(0, 500), (await pending.Done).Select(d => (int)d.Offset));
    }

    [Fact]
    public async Task The_thread_that_answers_is_not_held_up()
    {
        var pending = new PendingRequest(1);
        using var answered = new ManualResetEventSlim();
        var request = pending.Done.ContinueWith(
            _ => answered.Wait(TimeSpan.FromSeconds(20)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        pending.Answer(0, Written(1));
        answered.Set();

        Assert.True(await request);
    }

    private static Delivery Written(long offset) => new(WriteOutcome.Written, Partition: 0, Offset: offset);
}
