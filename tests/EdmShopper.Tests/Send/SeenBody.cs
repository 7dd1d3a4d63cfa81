namespace EdmShopper.Tests.Send;

/// <summary>A body that came to the relay's place.</summary>
internal sealed record SeenBody(long Sent, IReadOnlyList<string> Ids, string Authorization, int Bytes);
