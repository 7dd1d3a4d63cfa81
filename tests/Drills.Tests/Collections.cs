[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace Drills.Tests;

/// <summary>Drills that harm a cluster of three, one at a time.</summary>
[CollectionDefinition(nameof(ThreeBrokers))]
public sealed class ThreeBrokers : ICollectionFixture<ThreeDrillBrokers>;

/// <summary>Drills that harm a single broker, one at a time.</summary>
[CollectionDefinition(nameof(OneBroker))]
public sealed class OneBroker : ICollectionFixture<OneDrillBroker>;
