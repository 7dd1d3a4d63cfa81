using System.Text.Json;

namespace EdmShopper.Plan;

/// <summary>One thing that somebody does in the shop.</summary>
/// <param name="Type">The event's type.</param>
/// <param name="Properties">Writes the members of the event's properties.</param>
/// <param name="IsReload">Whether it tells once more of what was told.</param>
internal sealed record Act(string Type, Action<Utf8JsonWriter> Properties, bool IsReload = false);
