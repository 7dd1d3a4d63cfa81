using System.Globalization;
using System.Text;

namespace EdmShopper.Tests.Replay;

/// <summary>Makes click logs as other systems write them: CSV with names of its own, quotes, and times a few milliseconds apart.</summary>
internal static class ClickLogFile
{
    public const string Map = "type=event,uuid=user_id,event_timestamp=ts,properties.button_id=button";

    private const long Begin = 1_541_792_811_040;
    private static readonly string[] Types = ["click", "pageload", "product_added"];

    /// <param name="lines">How many events.</param>
    /// <param name="visitors">How many visitors they are of.</param>
    /// <param name="seed">The same seed makes the same file.</param>
    public static string Csv(int lines, int visitors, int seed = 7)
    {
        // Chance that can be had again is the point here.
#pragma warning disable CA5394
        var random = new Random(seed);
        var text = new StringBuilder("event,user_id,ts,button,url,title,price,campaign\n");
        var time = Begin;
        for (var i = 0; i < lines; i++)
        {
            time += random.Next(40);
            text.Append(CultureInfo.InvariantCulture, $"{Types[random.Next(Types.Length)]},v{random.Next(visitors)},{time},browse-kits,")
                .Append(CultureInfo.InvariantCulture, $"https://shop.example/kits?n={i},\"Kits, \"\"all\"\" of them\",{random.Next(100)}.99,autumn\n");
        }
#pragma warning restore CA5394

        return text.ToString();
    }
}
