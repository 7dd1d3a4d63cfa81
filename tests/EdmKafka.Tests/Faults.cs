using System.Runtime.InteropServices;
using Confluent.Kafka;
using EdmDemo.EmbeddedBroker;
using EdmKafka.Native;

namespace EdmKafka.Tests;

/// <summary>What the embedded broker can be made to do wrong, by the functions of librdkafka's <c>rdkafka_mock.h</c>.</summary>
internal static partial class Faults
{
    private const string Library = "librdkafka";
    private const int OnlyBroker = 1;

    static Faults() => NativeLibrary.SetDllImportResolver(typeof(Faults).Assembly, LibrdkafkaFile.Resolve);

    /// <summary>Answers the next requests of a kind with these errors, one each.</summary>
    public static void Refuse(this EmbeddedKafka broker, Request request, params ErrorCode[] errors) =>
        PushErrors(broker.Cluster, (short)request, (nuint)errors.Length, Array.ConvertAll(errors, e => (int)e));

    /// <summary>Breaks its connections off and takes no new ones.</summary>
    public static void Stop(this EmbeddedKafka broker) => Assert.Equal(0, SetDown(broker.Cluster, OnlyBroker));

    public static void Start(this EmbeddedKafka broker) => Assert.Equal(0, SetUp(broker.Cluster, OnlyBroker));

    /// <summary>Does as it is told at once, and answers so much later.</summary>
    public static void Delay(this EmbeddedKafka broker, TimeSpan delay) =>
        Assert.Equal(0, SetRoundTrip(broker.Cluster, OnlyBroker, (int)delay.TotalMilliseconds));

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_push_request_errors_array")]
    private static partial void PushErrors(nint cluster, short apiKey, nuint count, int[] errors);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_broker_set_down")]
    private static partial int SetDown(nint cluster, int broker);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_broker_set_up")]
    private static partial int SetUp(nint cluster, int broker);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_broker_set_rtt")]
    private static partial int SetRoundTrip(nint cluster, int broker, int milliseconds);

    /// <summary>Kafka's numbers of the requests (its protocol guide, "Api Keys").</summary>
    internal enum Request
    {
        Produce = 0,
        Fetch = 1,
        JoinGroup = 11,
        InitProducerId = 22,
    }
}
