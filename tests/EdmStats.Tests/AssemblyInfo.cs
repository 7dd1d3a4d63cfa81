using EdmTesting;

[assembly: AssemblyFixture(typeof(PostgresServer))]
