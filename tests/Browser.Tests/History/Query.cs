using System.Collections.Specialized;

namespace Browser.Tests.History;

/// <summary>What stands behind the question mark.</summary>
internal sealed class Query(NameValueCollection values)
{
    public string this[string name] => values[name] ?? "";

    public string Span => $"{this["from"]} {this["to"]}";
}
