using System.Text.Json;

namespace EdmContracts.Tests;

/// <summary>A record of <see cref="PartitionLog"/>. Times are milliseconds; it happened when it was received unless it says otherwise.</summary>
internal sealed record Entry(long Received, string? Id = null, string Type = "product_viewed", string? Order = null, string? Bot = null, long? Happened = null);

/// <summary>One partition of edm-ui-commerce: what is appended is read as JSON and judged.</summary>
internal sealed class PartitionLog
{
    /// <summary>When the logs of the tests begin.</summary>
    public const long Start = 1_900_000_000_000;

    public const long Minute = 60_000;

    public VerdictRules Rules { get; } = new(TimeSpan.FromMinutes(66));

    public Verdict Append(Entry entry)
    {
        var fields = new Dictionary<string, object?> { ["type"] = entry.Type, ["event_timestamp"] = entry.Happened ?? entry.Received };
        if (entry.Id is not null) fields["event_id"] = entry.Id;
        if (entry.Bot is not null) fields["bot"] = entry.Bot;
        if (entry.Order is not null) fields["properties"] = new { order_id = entry.Order };

        Assert.True(LogRecord.TryRead(Topics.Commerce, JsonSerializer.SerializeToUtf8Bytes(fields), entry.Received, out var record, out var reason), reason);
        return Rules.Judge(record);
    }
}
