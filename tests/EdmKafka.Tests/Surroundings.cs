using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(SharedKafka))]

// Each test has its topics and its program to itself, and waits for brokers most of the time.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 8)]
