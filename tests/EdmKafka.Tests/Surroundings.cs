[assembly: AssemblyFixture(typeof(SharedKafka))]

// They wait for brokers most of the time.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]
