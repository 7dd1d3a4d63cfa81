using System.Runtime.InteropServices;

namespace EdmKafka.Native;

/// <summary>The functions of librdkafka that a client is made with and that <see cref="NativeProducer"/> writes with (rdkafka.h).</summary>
internal static unsafe partial class Librdkafka
{
    private const string Library = LibrdkafkaFile.Name;

    static Librdkafka() => NativeLibrary.SetDllImportResolver(typeof(Librdkafka).Assembly, LibrdkafkaFile.Resolve);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_new")]
    public static partial nint NewConfiguration();

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Set(nint configuration, string name, string value, Span<byte> error, nuint errorSize);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_destroy")]
    public static partial void DestroyConfiguration(nint configuration);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_events")]
    public static partial void SetEvents(nint configuration, NativeEvent events);

    /// <summary>Owns the configuration from then on, unless it answers zero.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_new")]
    public static partial nint NewClient(NativeClientKind kind, nint configuration, Span<byte> error, nuint errorSize);

    [LibraryImport(Library, EntryPoint = "rd_kafka_name")]
    public static partial nint Name(nint client);

    /// <summary>Sends the library's own lines to a queue; zero is the main one.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_set_log_queue")]
    public static partial void SetLogQueue(nint client, nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewTopic(nint client, string topic, nint configuration);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_destroy")]
    public static partial void DestroyTopic(nint topic);

    /// <returns>Zero, or an error to be destroyed.</returns>
    [LibraryImport(Library, EntryPoint = "rd_kafka_produceva")]
    public static partial nint Produce(nint client, NativeArgument* arguments, nuint count);

    [LibraryImport(Library, EntryPoint = "rd_kafka_error_code")]
    public static partial int ErrorCode(nint error);

    [LibraryImport(Library, EntryPoint = "rd_kafka_error_destroy")]
    public static partial void DestroyError(nint error);

    [LibraryImport(Library, EntryPoint = "rd_kafka_err2str")]
    public static partial nint Describe(int code);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_get_main")]
    public static partial nint MainQueue(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_destroy")]
    public static partial void DestroyQueue(nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_poll")]
    public static partial nint Poll(nint queue, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_type")]
    public static partial NativeEvent TypeOf(nint happened);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_destroy")]
    public static partial void DestroyEvent(nint happened);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_message_array")]
    public static partial nuint Messages(nint happened, NativeMessage** messages, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_message_status")]
    public static partial int StatusOf(NativeMessage* message);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_error")]
    public static partial int ErrorOf(nint happened);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_error_is_fatal")]
    public static partial int IsFatal(nint happened);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_error_string")]
    public static partial nint ErrorTextOf(nint happened);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_log")]
    public static partial int LogOf(nint happened, out nint facility, out nint text, out int level);

    [LibraryImport(Library, EntryPoint = "rd_kafka_flush")]
    public static partial void Flush(nint client, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_purge")]
    public static partial void Purge(nint client, int flags);

    [LibraryImport(Library, EntryPoint = "rd_kafka_destroy_flags")]
    public static partial void DestroyClient(nint client, int flags);
}
