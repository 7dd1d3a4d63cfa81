using System.Text.Json.Serialization;

namespace EdmStream.Push;

/// <summary>What a connection is sent: first all, then changes.</summary>
/// <param name="Events">The events that its filter took since its last frame, newest first.</param>
/// <param name="Skipped">How many more there were.</param>
[JsonDerivedType(typeof(LiveFrame))]
[JsonDerivedType(typeof(FrameChange))]
public abstract record FrameMessage(IReadOnlyList<LogRow> Events, long Skipped);
