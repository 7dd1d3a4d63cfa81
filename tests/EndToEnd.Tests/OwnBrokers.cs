namespace EndToEnd.Tests;

/// <summary>Tests that start brokers of their own and harm them: one at a time, since each takes the machine as it is.</summary>
internal static class OwnBrokers;
