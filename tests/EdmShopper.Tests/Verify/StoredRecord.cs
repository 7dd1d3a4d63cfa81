using System.Text.Json.Nodes;

namespace EdmShopper.Tests.Verify;

/// <summary>A record as a test puts it into a topic: the relay's work, right or wrong.</summary>
internal sealed class StoredRecord
{
    public required string Topic { get; set; }
    public required int Partition { get; set; }
    public required string? Key { get; set; }
    public required JsonObject Value { get; set; }
    public required long Timestamp { get; set; }
    public string? ContentType { get; set; } = "application/json";

    /// <summary>The same once more, as a second send stores it a little later.</summary>
    public StoredRecord Again()
    {
        var value = (JsonObject)Value.DeepClone();
        value["received_timestamp"] = Timestamp + 500;
        return new StoredRecord { Topic = Topic, Partition = Partition, Key = Key, Value = value, Timestamp = Timestamp + 500 };
    }
}
