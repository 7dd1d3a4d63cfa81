using System.Text.RegularExpressions;

namespace Stack.Tests;

/// <summary>
/// Reads which names a folder of Terraform gives values to, and in which blocks: enough for files that
/// <c>terraform fmt</c> wrote. A line that it does not understand is an error.
/// </summary>
internal static partial class TerraformNames
{
    /// <returns>Block and name, such as <c>resource heroku_build</c> and <c>source.path</c>; blocks within it are names too.</returns>
    public static IReadOnlyList<(string Block, string Name)> Of(string folder) =>
        [.. Directory.GetFiles(folder, "*.tf").SelectMany(file => OfLines(File.ReadLines(file)))];

    public static IEnumerable<(string Block, string Name)> OfLines(IEnumerable<string> lines)
    {
        var blocks = new List<string>();
        var open = 0;
        foreach (var line in lines)
        {
            var bare = Comment().Replace(Text().Replace(line, "\"\""), "");
            var opens = bare.Count(c => c is '{' or '[' or '(') - bare.Count(c => c is '}' or ']' or ')');

            // The value goes on over several lines: what stands in it are no names of the provider's.
            if (open > 0)
            {
                open += opens;
                continue;
            }

            if (string.IsNullOrWhiteSpace(bare)) continue;
            if (bare.Trim() == "}")
            {
                blocks.RemoveAt(blocks.Count - 1);
            }
            else if (Value().Match(bare) is { Success: true } value)
            {
                open = opens;
                if (blocks.Count > 0) yield return (blocks[0], Name(blocks, value.Groups[1].Value));
            }
            else if (Block().Match(line) is { Success: true } block)
            {
                if (blocks.Count > 0) yield return (blocks[0], Name(blocks, block.Groups[1].Value));
                blocks.Add(blocks.Count > 0 || !block.Groups[2].Success ? block.Groups[1].Value : $"{block.Groups[1].Value} {block.Groups[2].Value}");
            }
            else
            {
                throw new FormatException($"Neither a block nor a value: {line}");
            }
        }
    }

    private static string Name(List<string> blocks, string name) => string.Join('.', [.. blocks.Skip(1), name]);

    [GeneratedRegex("""^\s*([a-z_]+)(?: "([^"]+)")?(?: "[^"]+")? \{$""")]
    private static partial Regex Block();

    [GeneratedRegex("""^\s*([A-Za-z_]\w*)\s+= """)]
    private static partial Regex Value();

    [GeneratedRegex(""" "(?:[^"\\]|\\.)*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Text();

    [GeneratedRegex("#.*$")]
    private static partial Regex Comment();
}
