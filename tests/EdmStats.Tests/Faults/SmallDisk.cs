using EdmTesting;

namespace EdmStats.Tests.Faults;

/// <summary>A file system of a few megabytes in memory. Only root may make one: elsewhere the test is skipped.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-disk-");

    public string Folder => _folder.FullName;

    public static async Task<SmallDisk> NewAsync(int sizeInMiB)
    {
        var disk = new SmallDisk();
        var (code, printed) = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={sizeInMiB}m,mode=777", "tmpfs", disk.Folder);
        if (code == 0) return disk;
        disk._folder.Delete();
        Assert.Skip($"No small disk can be made here: {printed}");
        return disk;
    }

    /// <summary>Takes all the room that is left.</summary>
    /// <returns>The file that took it.</returns>
    public string Fill()
    {
        var path = Path.Combine(Folder, "filling");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var size = 1 << 20;
        while (size > 0)
        {
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }

        return path;
    }

    /// <summary>Makes it one that may only be read, or written again.</summary>
    /// <param name="mode"><c>ro</c> or <c>rw</c>.</param>
    public async Task RemountAsync(string mode) => Assert.Equal((0, ""), await RunAsync("mount", "-o", $"remount,{mode}", Folder));

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        _folder.Delete();
    }

    private static Task<(int ExitCode, string Printed)> RunAsync(string program, params string[] arguments) =>
        ProgramOutput.OfAsync(program, arguments, "/", CancellationToken.None);
}
