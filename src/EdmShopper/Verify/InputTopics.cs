namespace EdmShopper.Verify;

/// <summary>The topics that hold what was sent, and which type belongs where: as the documents have it.</summary>
internal static class InputTopics
{
    public static readonly IReadOnlyList<string> All = ["edm-ui-click", "edm-ui-pageload", "edm-ui-commerce"];

    public static string Of(string? type) => type switch
    {
        "click" => All[0],
        "pageload" => All[1],
        _ => All[2],
    };
}
