using System.Reflection;
using System.Runtime.InteropServices;

namespace EdmKafka.Native;

/// <summary>
/// Where the client's package keeps its native library: once for each flavour of Linux, and the plain one needs a version
/// of SASL that not every distribution has.
/// </summary>
public static class LibrdkafkaFile
{
    /// <summary>What imports name.</summary>
    public const string Name = "librdkafka";

    /// <summary>For <see cref="NativeLibrary.SetDllImportResolver"/> of an assembly that imports from it.</summary>
    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name) return 0;
        foreach (var flavour in new[] { Name, "centos8-librdkafka", "alpine-librdkafka" })
            if (NativeLibrary.TryLoad(flavour, assembly, path, out var handle)) return handle;
        return 0;
    }
}
