namespace EdmRelay.Tests;

/// <summary>The tests that one relay is enough for: they take turns, each with a publisher of its own.</summary>
[CollectionDefinition(nameof(OneRelay))]
public sealed class OneRelay : ICollectionFixture<RunningRelay>;
