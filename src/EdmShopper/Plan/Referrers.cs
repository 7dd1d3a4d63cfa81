namespace EdmShopper.Plan;

/// <summary>Where people come from.</summary>
internal static class Referrers
{
    private static readonly string[] Pages =
    [
        "https://www.google.com/", "https://www.google.com/", "https://www.google.com/", "https://www.bing.com/", "https://duckduckgo.com/",
        "https://www.instagram.com/", "https://www.facebook.com/", "https://www.reddit.com/r/pourover/", "https://www.youtube.com/",
    ];

    /// <summary>A third types the address, or has kept it.</summary>
    public static string Pick(Random chance) => chance.Next(3) == 0 ? "" : Pages[chance.Next(Pages.Length)];
}
