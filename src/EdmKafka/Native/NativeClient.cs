using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>
/// A client of librdkafka's, and its handles of topics. They end together, once nobody is inside a call any more.
/// </summary>
internal sealed class NativeClient : SafeHandle
{
    // A consumer that cannot go on cannot close either, and would wait for that for ever.
    private const int WithoutClosing = 8;

    private readonly ConcurrentDictionary<string, nint> _topics = new();

    /// <param name="kind">Whether it writes or reads.</param>
    /// <param name="config">The settings; those that the package alone knows are left out.</param>
    /// <param name="prepare">Is given the native configuration: says how the client tells what happens.</param>
    /// <exception cref="InvalidOperationException">The library refuses the settings; the message says why.</exception>
    public NativeClient(NativeClientKind kind, IEnumerable<KeyValuePair<string, string>> config, Action<nint> prepare)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        Span<byte> error = stackalloc byte[512];
        var configuration = Librdkafka.NewConfiguration();
        foreach (var (name, value) in config.Where(c => !c.Key.StartsWith("dotnet.", StringComparison.Ordinal)).Append(new("log.queue", "true")))
            if (Librdkafka.Set(configuration, name, value, error, (nuint)error.Length) != 0) throw Refused(error);
        prepare(configuration);
        SetHandle(Librdkafka.NewClient(kind, configuration, error, (nuint)error.Length));
        if (IsInvalid) throw Refused(error);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>For calls between <see cref="SafeHandle.DangerousAddRef"/> and its release.</summary>
    public nint Pointer => handle;

    /// <summary>The handle of a topic, by its logical name.</summary>
    public nint TopicOf(string topic, TopicNames names)
    {
        if (_topics.TryGetValue(topic, out var known)) return known;
        var made = Librdkafka.NewTopic(handle, names.OnCluster(topic), 0);
        var kept = _topics.GetOrAdd(topic, made);
        if (kept != made) Librdkafka.DestroyTopic(made);
        return kept;
    }

    public static Error ErrorOf(int code) => new((ErrorCode)code, Text(Librdkafka.Describe(code)));

    /// <summary>The error that an event tells.</summary>
    public static Error ErrorIn(nint happened) =>
        new((ErrorCode)Librdkafka.ErrorOf(happened), Text(Librdkafka.ErrorTextOf(happened)), Librdkafka.IsFatal(happened) != 0);

    public static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <summary>What the library has written into a buffer.</summary>
    public static string Text(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);

    protected override bool ReleaseHandle()
    {
        foreach (var topic in _topics.Values) Librdkafka.DestroyTopic(topic);
        Librdkafka.DestroyClient(handle, WithoutClosing);
        return true;
    }

    private static InvalidOperationException Refused(Span<byte> error) => new($"The Kafka client refuses its settings: {Text(error)}");
}
