namespace EdmStream.Pipeline;

/// <summary>The groups that are watched, without the prefix.</summary>
/// <param name="Live">Counts the live figures.</param>
/// <param name="History">Counts history.</param>
internal sealed record PipelineGroups(string Live, string History);
