using System.Globalization;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>The topic on which nodes say what they count: the newest word of each key matters, and none for longer than a window and the one before it.</summary>
internal static class LiveTopic
{
    public static NeededTopic Needed { get; } = new(Topics.Live, Partitions: 1, Kept: TimeSpan.FromHours(4))
    {
        Settings = new Dictionary<string, string>
        {
            ["cleanup.policy"] = "compact,delete",
            ["segment.ms"] = Milliseconds(TimeSpan.FromMinutes(5)),
            ["segment.bytes"] = (64 * 1024 * 1024).ToString(CultureInfo.InvariantCulture),
            ["min.cleanable.dirty.ratio"] = "0.1",
            ["delete.retention.ms"] = Milliseconds(TimeSpan.FromHours(1)),
            ["message.timestamp.type"] = "LogAppendTime",
            ["compression.type"] = "lz4",

            // A thousand keys of each kind, of 128 bytes that JSON escapes, in one bucket.
            ["max.message.bytes"] = ClientConfigs.LargestRecord.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static string Milliseconds(TimeSpan span) => span.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
}
