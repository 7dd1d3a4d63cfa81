using System.Text.Json.Serialization;

namespace EdmStream.Push;

/// <summary>An event for the log on the screen. Times are milliseconds since 1970.</summary>
/// <param name="Number">Its place among all events that this node has shown.</param>
/// <param name="Topic">Where it lies.</param>
/// <param name="Partition">Where it lies.</param>
/// <param name="Offset">Where it lies.</param>
/// <param name="Type">What happened.</param>
/// <param name="EventTime">When it happened.</param>
/// <param name="Received">When the relay received it.</param>
/// <param name="Visitor">Whose it is.</param>
/// <param name="Text">The few words by which a person knows it.</param>
public sealed record LogRow(
    [property: JsonIgnore] long Number, string Topic, int Partition, long Offset, string Type, long EventTime, long Received, string Visitor, string Text);
