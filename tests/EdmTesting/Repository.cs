namespace EdmTesting;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The full path of its top folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "EdmDemo.sln")) ? folder.FullName :
        Find(folder.Parent ?? throw new InvalidOperationException("The tests do not lie below the folder of EdmDemo.sln."));
}
