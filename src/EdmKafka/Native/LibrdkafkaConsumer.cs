using System.Runtime.InteropServices;

namespace EdmKafka.Native;

/// <summary>The functions of librdkafka that <see cref="NativeConsumer"/> reads with (rdkafka.h).</summary>
internal static unsafe partial class LibrdkafkaConsumer
{
    private const string Library = LibrdkafkaFile.Name;

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_opaque")]
    public static partial void SetOwner(nint configuration, nint owner);

    [LibraryImport(Library, EntryPoint = "rd_kafka_opaque")]
    public static partial nint OwnerOf(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_rebalance_cb")]
    public static partial void OnRebalance(nint configuration, delegate* unmanaged[Cdecl]<nint, int, NativePartitionList*, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_error_cb")]
    public static partial void OnError(nint configuration, delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_log_cb")]
    public static partial void OnLog(nint configuration, delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> callback);

    [LibraryImport(Library, EntryPoint = "rd_kafka_poll_set_consumer")]
    public static partial int JoinQueues(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_get_consumer")]
    public static partial nint ConsumerQueue(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_subscribe")]
    public static partial int Subscribe(nint client, NativePartitionList* topics);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consume_queue")]
    public static partial NativeMessage* Consume(nint queue, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consume_batch_queue")]
    public static partial nint ConsumeBatch(nint queue, int milliseconds, NativeMessage** messages, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_message_destroy")]
    public static partial void DestroyMessage(NativeMessage* message);

    // It reads two fields, and is called for every record.
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "rd_kafka_message_timestamp")]
    public static partial long TimeOf(NativeMessage* message, int* kind);

    /// <returns>Not zero where there are none.</returns>
    [LibraryImport(Library, EntryPoint = "rd_kafka_message_headers")]
    public static partial int HeadersOf(NativeMessage* message, out nint headers);

    /// <returns>Not zero where there is none of that name, which ends with a zero.</returns>
    [LibraryImport(Library, EntryPoint = "rd_kafka_header_get_last")]
    public static partial int LastHeader(nint headers, ReadOnlySpan<byte> name, out nint value, out nuint length);

    [LibraryImport(Library, EntryPoint = "rd_kafka_message_errstr")]
    public static partial nint ErrorTextOf(NativeMessage* message);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_name")]
    public static partial nint TopicName(nint topic);

    [LibraryImport(Library, EntryPoint = "rd_kafka_assign")]
    public static partial int Assign(nint client, NativePartitionList* partitions);

    [LibraryImport(Library, EntryPoint = "rd_kafka_pause_partitions")]
    public static partial int Pause(nint client, NativePartitionList* partitions);

    [LibraryImport(Library, EntryPoint = "rd_kafka_resume_partitions")]
    public static partial int Resume(nint client, NativePartitionList* partitions);

    [LibraryImport(Library, EntryPoint = "rd_kafka_assignment_lost")]
    public static partial int IsLost(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_partition_list_new")]
    public static partial NativePartitionList* NewList(int size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_partition_list_add", StringMarshalling = StringMarshalling.Utf8)]
    public static partial NativePartition* Add(NativePartitionList* list, string topic, int partition);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_partition_list_destroy")]
    public static partial void DestroyList(NativePartitionList* list);

    [LibraryImport(Library, EntryPoint = "rd_kafka_query_watermark_offsets", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AskBounds(nint client, string topic, int partition, out long start, out long end, int milliseconds);

    /// <summary>As the last answers to fetches told; asks nobody.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_get_watermark_offsets", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int KnownBounds(nint client, string topic, int partition, out long start, out long end);

    /// <summary>Takes times where it leaves offsets.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_offsets_for_times")]
    public static partial int AskOffsets(nint client, NativePartitionList* times, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_offsets_store")]
    public static partial int Store(nint client, NativePartitionList* offsets);

    /// <returns>Zero while the client can go on.</returns>
    [LibraryImport(Library, EntryPoint = "rd_kafka_fatal_error")]
    public static partial int FatalError(nint client, Span<byte> text, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consumer_close")]
    public static partial int Close(nint client);
}
