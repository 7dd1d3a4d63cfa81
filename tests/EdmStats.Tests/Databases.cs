namespace EdmStats.Tests;

/// <summary>What history may be kept in. Whatever is true of it is true in both.</summary>
public enum Databases
{
    Sqlite,
    PostgreSql,
}

/// <summary>The databases, for a theory that holds in both.</summary>
public sealed class BothDatabases : TheoryData<Databases>
{
    public BothDatabases() : base(Databases.Sqlite, Databases.PostgreSql) { }
}
