using System.Runtime.InteropServices;

namespace EdmKafka.Native;

/// <summary>What a client does (<c>rd_kafka_type_t</c>).</summary>
internal enum NativeClientKind
{
    Producer = 0,
    Consumer = 1,
}

/// <summary>What a queue of librdkafka's tells (<c>RD_KAFKA_EVENT_…</c>).</summary>
[Flags]
internal enum NativeEvent
{
    None = 0,
    Delivered = 1,
    Log = 4,
    Error = 8,
}

/// <summary>What an argument of <c>rd_kafka_produceva</c> says (<c>rd_kafka_vtype_t</c>).</summary>
internal enum NativeArgumentKind
{
    Topic = 2,
    Value = 4,
    Key = 5,
    Opaque = 6,
    Flags = 7,
    Time = 8,
    Header = 9,
}

/// <summary>One argument of <c>rd_kafka_produceva</c> (<c>rd_kafka_vu_t</c>): a kind, and a union of 64 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 72)]
internal struct NativeArgument
{
    [FieldOffset(0)]
    public NativeArgumentKind Kind;

    /// <summary>A number, a pointer, or a header's name.</summary>
    [FieldOffset(8)]
    public nint First;

    /// <summary>The size of what <see cref="First"/> points to, or a pointer to a header's value.</summary>
    [FieldOffset(16)]
    public nint Second;

    /// <summary>The size of a header's value.</summary>
    [FieldOffset(24)]
    public nint Third;
}

/// <summary>A record as it is reported or read (<c>rd_kafka_message_t</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeMessage
{
    public int Error;
    public nint Topic;
    public int Partition;
    public nint Value;
    public nuint ValueLength;
    public nint Key;
    public nuint KeyLength;
    public long Offset;
    public nint Opaque;
}

/// <summary>One partition in a list (<c>rd_kafka_topic_partition_t</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativePartition
{
    public nint Topic;
    public int Index;
    public long Offset;
    public nint Metadata;
    public nuint MetadataSize;
    public nint Opaque;
    public int Error;
    public nint Private;
}

/// <summary>A list of partitions (<c>rd_kafka_topic_partition_list_t</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativePartitionList
{
    public int Count;
    public int Size;
    public NativePartition* First;
}
