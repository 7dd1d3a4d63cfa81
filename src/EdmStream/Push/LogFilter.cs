namespace EdmStream.Push;

/// <summary>Which events a dashboard's log is to show.</summary>
/// <param name="Kind"><c>pageload</c>, <c>click</c> or <c>commerce</c>; null for all.</param>
/// <param name="Text">What the visitor's id, the type or the row's text must hold, whatever its case; null for all.</param>
internal sealed record LogFilter(string? Kind, string? Text)
{
    public static LogFilter All { get; } = new(null, null);

    public bool TakesKind(string topic) => Kind is null || topic == TopicOf(Kind);

    public bool TakesText(LogRow row) =>
        Text is null || Has(row.Visitor) || Has(row.Type) || Has(row.Text);

    /// <summary>The topic that a kind of event lies in; null for a word that is no kind.</summary>
    public static string? TopicOf(string kind) => kind switch
    {
        "pageload" => EdmContracts.Topics.PageLoad,
        "click" => EdmContracts.Topics.Click,
        "commerce" => EdmContracts.Topics.Commerce,
        _ => null,
    };

    private bool Has(string text) => text.Contains(Text!, StringComparison.OrdinalIgnoreCase);
}
