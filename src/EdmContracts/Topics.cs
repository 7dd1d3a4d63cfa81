namespace EdmContracts;

/// <summary>
/// The logical topic names. On a cluster a topic carries the configured prefix as well; whoever talks to the brokers
/// puts it there and takes it off again, and nothing else ever sees it.
/// </summary>
public static class Topics
{
    public const string Click = "edm-ui-click";
    public const string PageLoad = "edm-ui-pageload";
    public const string Commerce = "edm-ui-commerce";

    /// <summary>The three topics that the relay writes: the same number of partitions, the same key, so that one
    /// partition index holds all that a visitor did.</summary>
    public static readonly IReadOnlyList<string> Input = [Click, PageLoad, Commerce];

    /// <summary>Records that a consumer could not read, as they came.</summary>
    public const string Rejected = "edm-rejected";

    /// <summary>What the stream nodes count: slices and heads, see <see cref="Live.Slice"/> and <see cref="Live.Head"/>.</summary>
    public const string Live = "edm-live";

    /// <summary>Every topic of ours.</summary>
    public static readonly IReadOnlyList<string> All = [.. Input, Rejected, Live];

    /// <summary>The topic that events of a type go to.</summary>
    public static string OfType(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("click"u8) ? Click :
        type.SequenceEqual("pageload"u8) ? PageLoad :
        Commerce;

    /// <summary>The type of a topic's records that do not name one, as those of 2018; null where there is none.</summary>
    public static string? TypeOf(string topic) => topic switch
    {
        Click => "click",
        PageLoad => "pageload",
        _ => null,
    };
}
