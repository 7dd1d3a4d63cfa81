using Confluent.Kafka;
using EdmContracts;
using EdmHosting;
using EdmKafka;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStream.Pipeline;

/// <summary><c>GET /live/rejected</c>: what could not be read, as CSV, the newest first.</summary>
internal static class RejectedFile
{
    // As many as a person looks through; each of them may be as large as a request.
    private const int Most = 1_000, LongestText = 10_000;

    private static readonly LogPartition Place = new(Topics.Rejected, 0);

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(Func<IClusterFacts> open, HttpResponse response)
    {
        await using var facts = open();
        try
        {
            var records = (await facts.BoundsAsync([Topics.Rejected])).GetValueOrDefault(Place) is { Start: { } start, End: { } end } && start < end
                ? await facts.ReadAsync(Place, Math.Max(start, end - Most), end)
                : [];
            return CsvAnswer.Of("edm-rejected", ["received", "reason", "topic", "partition", "offset", "text"], records.Reverse().Select(Cells));
        }
        catch (KafkaException e)
        {
            response.Headers.RetryAfter = "5";
            return TypedResults.Problem(
                $"{e.Error.Reason}; ask again.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "The Kafka brokers did not answer");
        }
    }

    private static object?[] Cells(WrittenRecord record)
    {
        var row = RejectedRow.Of(record, LongestText);
        return [CsvAnswer.Time(DateTimeOffset.FromUnixTimeMilliseconds(row.Time)), row.Reason, row.Topic, row.Partition, row.Offset, row.Text];
    }
}
