namespace Relay;

/// <summary>Events as the shop's tracker writes them, about 310 bytes each.</summary>
internal static class SampleEvents
{
    private const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static readonly string[] Mix =
    [
        Event("pageload", $$"""{"url":"http://localhost:5080/","title":"Loamwright","referrer":"","user_agent":"{{UserAgent}}","description":"page load"}"""),
        Event("click", """{"button_id":"browse-kits","description":"Browse the kits"}"""),
        Event("product_viewed", """{"product_id":"seed-kit-07","name":"Kitchen herbs","category":"kits","price":24.5,"currency":"EUR"}"""),
        Event("click", """{"button_id":"add-to-cart","description":"Add to cart","product_id":"seed-kit-07"}"""),
        Event("product_added", """{"product_id":"seed-kit-07","name":"Kitchen herbs","category":"kits","price":24.5,"currency":"EUR","quantity":1}"""),
        Event("product_viewed", """{"product_id":"tool-03","name":"Hand trowel, ash handle","category":"tools","price":18,"currency":"EUR"}"""),
    ];

    /// <param name="n">Where in the mix of types; goes round.</param>
    public static string Text(int n) => Mix[n % Mix.Length];

    // Ids and times are placeholders of the right length.
    private static string Event(string type, string properties) =>
        $$"""{"event_id":"{{Guid.Empty}}","type":"{{type}}","uuid":"{{Guid.Empty}}","session_id":"{{Guid.Empty}}","event_timestamp":1000000000000,"properties":{{properties}}}""";
}
