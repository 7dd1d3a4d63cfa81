using System.Text.Json;

namespace EdmStream.Push;

/// <summary>What a connection is sent: first all, then changes.</summary>
/// <param name="Events">The events that its filter took since its last frame, newest first.</param>
/// <param name="Skipped">How many more there were.</param>
[System.Text.Json.Serialization.JsonDerivedType(typeof(LiveFrame))]
[System.Text.Json.Serialization.JsonDerivedType(typeof(FrameChange))]
public abstract record FrameMessage(IReadOnlyList<LogRow> Events, long Skipped);

/// <summary>What is different from the connection's last frame, as <see cref="JsonDelta"/> says it.</summary>
/// <param name="Change">Of the frame without its events.</param>
/// <param name="Events">The events since.</param>
/// <param name="Skipped">How many more there were.</param>
public sealed record FrameChange(JsonElement Change, IReadOnlyList<LogRow> Events, long Skipped) : FrameMessage(Events, Skipped);
