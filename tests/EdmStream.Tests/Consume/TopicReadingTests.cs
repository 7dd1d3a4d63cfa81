using EdmContracts;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Count;

namespace EdmStream.Tests.Consume;

public class TopicReadingTests
{
    [Fact]
    public void Offsets_that_expired_while_only_ids_are_read_stay_in_the_books()
    {
        var reading = new TopicReading(new LogPartition(Topics.Click, 0), new PartitionCounts(), begin: 0, countFrom: 1_000, TimeSpan.FromMinutes(66));
        Take(0, receiveTime: 10);
        reading.Expire(5);
        Take(6, receiveTime: 20);
        Take(7, receiveTime: 2_000);

        Assert.Equal((1, 8, 5, 2), (reading.Tally.From, reading.Tally.Next, reading.Tally.Expired, reading.Tally[Verdict.Rejected]));

        void Take(long offset, long receiveTime) =>
            reading.Take(new ConsumedRecord { Partition = reading.Partition, Offset = offset, ReceiveTime = receiveTime, Value = "x"u8 }, out _);
    }
}
