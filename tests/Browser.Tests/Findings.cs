using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What axe has against a page.</summary>
internal static class Findings
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What a theme can change; the other rules see the same in both.
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    /// <summary>Each rule that is broken, in either theme, with the markup that breaks it.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(this IPage page)
    {
        // Run in the page itself, which has no frames: Deque's own RunAxe opens an empty page each time and takes twice as long.
        await page.EvaluateAsync(Axe);
        var found = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", Name(theme));
            found.AddRange(await page.EvaluateAsync<string[]>(Look, new { theme = Name(theme), rules = theme == ColorScheme.Light ? null : ColourRules }));
        }

        return found;
    }

    // A colour that is on its way to another has no contrast of its own. What axe loads beforehand are sheets and sounds for rules
    // that are off, or about sounds.
    private const string Look = """
        async ({ theme, rules }) => {
          await Promise.all(document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => 0)));
          const { violations } = await axe.run({ resultTypes: ['violations'], preload: false, runOnly: rules ?? undefined });
          return violations.map(({ id, help, nodes }) => `${theme}, ${id}: ${help} ${nodes.map(({ html }) => html).join(', ')}`);
        }
        """;

    private static string Name(ColorScheme theme) => theme == ColorScheme.Dark ? "dark" : "light";
}
