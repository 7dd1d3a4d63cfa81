using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>
/// Keeps what librdkafka tells a consumer. All of it is told inside of the consumer's own calls, on their thread: the
/// library's lines and errors go through the queue that is read. What is to be done about it may take long, and is done
/// after the call.
/// </summary>
internal sealed unsafe class ConsumerTold : IDisposable
{
    private readonly GCHandle<ConsumerTold> _self;
    private readonly ClientLog _log;

    public ConsumerTold(ClientLog log)
    {
        _log = log;
        _self = new GCHandle<ConsumerTold>(this);
    }

    /// <summary>What the group has told and nobody has taken yet.</summary>
    public Queue<Rebalance> Rebalances { get; } = [];

    /// <summary>Whether librdkafka waits to be given an assignment, or none.</summary>
    public bool AwaitsAnswer { get; set; }

    /// <summary>Closing is served inside of its own call alone: there the group is answered at once.</summary>
    public bool IsClosing { get; set; }

    /// <param name="configuration">The native configuration, before the client is made.</param>
    public void ListenBy(nint configuration)
    {
        LibrdkafkaConsumer.SetOwner(configuration, GCHandle<ConsumerTold>.ToIntPtr(_self));
        LibrdkafkaConsumer.OnRebalance(configuration, &Rebalanced);
        LibrdkafkaConsumer.OnError(configuration, &Failed);
        LibrdkafkaConsumer.OnLog(configuration, &Logged);
    }

    public void Dispose() => _self.Dispose();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Rebalanced(nint client, int code, NativePartitionList* partitions, nint owner)
    {
        var kind = (ErrorCode)code switch
        {
            ErrorCode.Local_AssignPartitions => RebalanceKind.Assigned,
            ErrorCode.Local_RevokePartitions when LibrdkafkaConsumer.IsLost(client) == 0 => RebalanceKind.Revoked,

            // Any other code is an error of the group's: nothing is this member's any more.
            _ => RebalanceKind.Lost,
        };
        var named = new (string, int)[partitions is null ? 0 : partitions->Count];
        for (var i = 0; i < named.Length; i++) named[i] = (NativeClient.Text(partitions->First[i].Topic), partitions->First[i].Index);
        var told = Of(owner);
        told.Rebalances.Enqueue(new Rebalance(kind, named));
        if (told.IsClosing) _ = LibrdkafkaConsumer.Assign(client, null);
        else told.AwaitsAnswer = true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Failed(nint client, int code, nint reason, nint owner) =>
        Of(owner)._log.Error(new Error((ErrorCode)code, NativeClient.Text(reason)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Logged(nint client, int level, nint facility, nint text) =>
        Of(LibrdkafkaConsumer.OwnerOf(client))._log.Line(new LogMessage(
            NativeClient.Text(Librdkafka.Name(client)), (SyslogLevel)level, NativeClient.Text(facility), NativeClient.Text(text)));

    private static ConsumerTold Of(nint owner) => GCHandle<ConsumerTold>.FromIntPtr(owner).Target;
}
