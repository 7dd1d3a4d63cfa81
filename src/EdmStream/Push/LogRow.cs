namespace EdmStream.Push;

/// <summary>An event for the log on the screen.</summary>
public sealed record LogRow(string Topic, int Partition, long Offset, string Type, long EventTime, string Visitor, string Text);
