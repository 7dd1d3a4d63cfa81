[assembly: AssemblyFixture(typeof(SharedKafka))]
