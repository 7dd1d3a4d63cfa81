
[assembly: AssemblyFixture(typeof(SharedKafka))]
