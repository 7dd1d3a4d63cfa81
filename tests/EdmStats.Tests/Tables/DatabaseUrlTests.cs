using EdmHosting;
using EdmStats.Tables;
using Npgsql;

namespace EdmStats.Tests.Tables;

public class DatabaseUrlTests
{
    [Theory]
    [InlineData(null, "SQLite, /srv/edm-history.db")]
    [InlineData("", "SQLite, /srv/edm-history.db")]
    [InlineData("sqlite:/tmp/history.db", "SQLite, /tmp/history.db")]
    [InlineData("sqlite:history.db", "SQLite, /srv/history.db")]
    [InlineData("sqlite:../tmp/history.db", "SQLite, /tmp/history.db")]
    [InlineData("postgres://u:secret@db.example:5433/shop", "PostgreSQL, db.example:5433/shop as u")]
    [InlineData("postgresql://u@db.example/shop?sslmode=verify-full&connect_timeout=3", "PostgreSQL, db.example:5432/shop as u")]
    [InlineData("postgres://u@localhost/shop?host=%2Frun%2Fpostgresql&port=5434", "PostgreSQL, /run/postgresql:5434/shop as u")]
    [InlineData("postgres://a%40b:p%2Fw%3F@[::1]/my%20shop", "PostgreSQL, ::1:5432/my shop as a@b")]
    public void It_says_where_history_is_kept_and_never_the_password(string? url, string expected)
    {
        var mistakes = new SettingsMistakes();

        Assert.Equal(expected, DatabaseUrl.Read(url, "/srv", mistakes).ToString());
        Assert.Empty(mistakes.Found);
    }

    [Theory]
    [InlineData("postgres://u:p@h/d", SslMode.Prefer)]
    [InlineData("postgres://u:p@h/d?sslmode=disable", SslMode.Disable)]
    [InlineData("postgres://u:p@h/d?sslmode=require", SslMode.Require)]
    [InlineData("postgres://u:p@h/d?sslmode=verify-ca", SslMode.VerifyCA)]
    [InlineData("postgres://u:p@h/d?sslmode=verify-full", SslMode.VerifyFull)]
    public void It_says_how_the_server_is_trusted(string url, SslMode expected)
    {
        var database = DatabaseUrl.Read(url, "/srv", new SettingsMistakes());

        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(database.Postgres!.ConnectionString).SslMode);
    }

    [Theory]
    [InlineData("mysql://u:secret@h/d", "neither postgres://")]
    [InlineData("db.example/secret", "neither postgres://")]
    [InlineData("postgres://u:sec/ret@h/d", "neither postgres://")]
    [InlineData("postgres://u:secret@h:port/d", "neither postgres://")]
    [InlineData("postgres://u:secret#1@h/d", "neither postgres://")]
    [InlineData("postgres://u:secret@h", "names no database")]
    [InlineData("postgres://h/secret", "names no user")]
    [InlineData("postgres://u:secret@h/d?sslmode=maybe", "the value of sslmode")]
    [InlineData("postgres://u:secret@h/d?sslmode=7", "the value of sslmode")]
    [InlineData("postgres://u:secret@h/d?sslmode", "the value of sslmode")]
    [InlineData("postgres://u:secret@h/d?port=0", "the value of port")]
    [InlineData("postgres://u:secret@h/d?secret=1", "a parameter that is not known")]
    [InlineData("sqlite:", "the path of a file")]
    [InlineData("sqlite::memory:", "the path of a file")]
    [InlineData("sqlite:///tmp/x.db", "the path of a file")]
    [InlineData("sqlite:/tmp", "is not a file")]
    [InlineData("sqlite:/no/such/folder/x.db", "is not a file in a folder that is there")]
    public void A_bad_one_names_itself_and_keeps_the_secret(string url, string expected)
    {
        var mistakes = new SettingsMistakes();

        DatabaseUrl.Read(url, "/srv", mistakes);

        var mistake = Assert.Single(mistakes.Found);
        Assert.StartsWith("DATABASE_URL: ", mistake, StringComparison.Ordinal);
        Assert.Contains(expected, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", mistake, StringComparison.Ordinal);
    }
}
