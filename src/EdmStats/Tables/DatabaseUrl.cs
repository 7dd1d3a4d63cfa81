using System.Globalization;
using EdmHosting;
using Npgsql;

namespace EdmStats.Tables;

/// <summary>
/// Reads <c>DATABASE_URL</c>: <c>postgres://user:password@host:port/database?sslmode=require</c>, as the platforms set it, or
/// <c>sqlite:path</c>. What is wrong is said without repeating the value, which holds a password.
/// </summary>
internal static class DatabaseUrl
{
    /// <summary>The file in the working directory that history goes to when nothing is said.</summary>
    public const string DefaultFile = "edm-history.db";

    private const string Sqlite = "sqlite:";

    // What libpq understands and this passes on. A socket's folder cannot stand where a host does.
    private static readonly Dictionary<string, Func<NpgsqlConnectionStringBuilder, string, bool>> Parameters = new(StringComparer.Ordinal)
    {
        ["application_name"] = (b, value) => (b.ApplicationName = value) is not null,
        ["connect_timeout"] = (b, value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && (b.Timeout = Math.Min(s, 1024)) >= 0,
        ["host"] = (b, value) => (b.Host = value).Length > 0,
        ["port"] = (b, value) => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 && (b.Port = port) > 0,
        ["sslmode"] = (b, value) => Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode)
            && Enum.IsDefined(b.SslMode = mode),
        ["sslrootcert"] = (b, value) => (b.RootCertificate = value).Length > 0,
    };

    /// <param name="url">Null or empty when nothing is said.</param>
    /// <param name="folder">The working directory, which relative paths begin at.</param>
    public static HistoryDatabase Read(string? url, string folder, SettingsMistakes mistakes)
    {
        var file = Path.Combine(folder, DefaultFile);
        if (string.IsNullOrWhiteSpace(url)) return new(file);
        if (url.StartsWith(Sqlite, StringComparison.Ordinal)) return new(ReadFile(url[Sqlite.Length..], folder, mistakes) ?? file);
        return ReadServer(url, mistakes) is { } server ? new(server) : new HistoryDatabase(file);
    }

    private static string? ReadFile(string path, string folder, SettingsMistakes mistakes)
    {
        if (path.Length == 0 || path.Contains(":memory:", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal))
        {
            mistakes.Add($"DATABASE_URL: after sqlite: comes the path of a file, such as sqlite:{DefaultFile}.");
            return null;
        }

        var file = Path.GetFullPath(path, folder);
        if (!Directory.Exists(file) && Directory.Exists(Path.GetDirectoryName(file))) return file;
        mistakes.Add($"DATABASE_URL: {file} is not a file in a folder that is there. Make the folder, or name another file.");
        return null;
    }

    private static NpgsqlConnectionStringBuilder? ReadServer(string text, SettingsMistakes mistakes)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("postgres" or "postgresql") || url.Fragment.Length > 0)
        {
            mistakes.Add("DATABASE_URL: this is neither postgres://user:password@host:port/database nor sqlite:path. "
                + "In a user's name and password, signs other than letters, digits and - . _ ~ are written as % and two hexadecimal digits.");
            return null;
        }

        var found = mistakes.Found.Count;
        var user = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var server = new NpgsqlConnectionStringBuilder
        {
            Host = url.IdnHost,
            Port = url.Port > 0 ? url.Port : 5432,
            Username = user[0],
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
            ApplicationName = "EdmStats",
            Timeout = 10,
        };
        if (user.Length > 1) server.Password = user[1];
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            if (!Parameters.TryGetValue(pair[0], out var set))
                mistakes.Add($"DATABASE_URL: it has a parameter that is not known. There are: {string.Join(", ", Parameters.Keys)}.");
            else if (pair.Length < 2 || !set(server, Uri.UnescapeDataString(pair[1])))
                mistakes.Add($"DATABASE_URL: the value of {pair[0]} is none that it can have.");
        }

        if (string.IsNullOrEmpty(server.Host)) mistakes.Add("DATABASE_URL: it names no host.");
        if (string.IsNullOrEmpty(server.Database)) mistakes.Add("DATABASE_URL: it names no database: postgres://user:password@host:port/database.");
        if (user[0].Length == 0) mistakes.Add("DATABASE_URL: it names no user: postgres://user:password@host:port/database.");
        return mistakes.Found.Count == found ? server : null;
    }
}
