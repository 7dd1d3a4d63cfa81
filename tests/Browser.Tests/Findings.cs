using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What axe has against a page.</summary>
internal static class Findings
{
    // Of what is in order it would name every node too, and take a quarter longer.
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Each rule that is broken, with the markup that breaks it.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(this IPage page) =>
        [.. (await page.RunAxe(Violations)).Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(", ", v.Nodes.Select(n => n.Html))}")];
}
