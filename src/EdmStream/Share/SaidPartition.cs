using EdmContracts.Live;
using EdmKafka;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>Tells what was said on <c>edm-live</c> up to now, by partition. It waits until all of it is read.</summary>
/// <exception cref="Confluent.Kafka.KafkaException">The brokers do not answer.</exception>
internal delegate IReadOnlyDictionary<int, SaidPartition> SaidBefore(ILogOffsets offsets);

/// <summary>What was said of a partition before this node took it.</summary>
/// <param name="Head">How far it was counted.</param>
/// <param name="Buckets">Those that were spoken of.</param>
/// <param name="Closed">The figures of distinct visitors as they were when buckets closed.</param>
internal sealed record SaidPartition(Head Head, IReadOnlyCollection<int> Buckets, IReadOnlyDictionary<int, DistinctFigures> Closed);
