using EdmContracts;

namespace EdmStream.Count;

/// <summary>An event that counts: what of it is counted, read once for all who count it. Good as long as the record's bytes.</summary>
internal readonly ref struct ShownEvent(Kind kind, scoped in LogRecord record)
{
    public Kind Kind { get; } = kind;

    public int Bucket { get; } = Buckets.Of(record.EventTime);

    /// <summary>When it happened: milliseconds since 1970.</summary>
    public long Time { get; } = record.EventTime;

    public ReadOnlySpan<byte> Type { get; } = record.Type;

    /// <summary>Whose it is; empty when it does not say.</summary>
    public ReadOnlySpan<byte> Visitor { get; } = record.Visitor;

    public EventProperties Properties { get; } = EventProperties.Read(record.Properties);

    public Step Step { get; } = kind == Kind.Commerce ? Steps.Of(record.Type) : Step.None;
}
