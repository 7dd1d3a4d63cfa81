using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace EdmWeb.Serve;

/// <summary>The addresses of the shop: its own pages, a section for each category and a page for each product. One file is all of them.</summary>
internal static class ShopAddresses
{
    public const string Page = "storefront/index.html";

    /// <param name="files">The site's; <c>storefront/products.json</c> is the catalogue.</param>
    public static IEnumerable<string> In(IFileProvider files)
    {
        using var stream = files.GetFileInfo("storefront/products.json").CreateReadStream();
        using var catalogue = JsonDocument.Parse(stream);
        return
        [
            "/", "/search", "/cart", "/checkout", "/thanks", "/privacy",
            .. catalogue.RootElement.EnumerateArray().Select(p => $"/{p.GetProperty("category").GetString()}").Distinct(),
            .. catalogue.RootElement.EnumerateArray().Select(p => $"/p/{p.GetProperty("id").GetString()}"),
        ];
    }
}
