namespace Stack.Tests;

/// <summary>
/// <c>terraform/heroku</c> against the names that the providers' documentation gives, in <c>HerokuNames.txt</c>: no plan can be
/// made of it without the platform.
/// </summary>
public class HerokuNamesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "terraform", "heroku");

    // Terraform's own, which every block may have.
    private static readonly string[] Everywhere = ["for_each", "count", "depends_on", "provisioner", "lifecycle"];

    [Fact]
    public void Every_block_and_name_is_in_the_documentation()
    {
        var known = Documented();

        var unknown = Used().Where(used => !known.TryGetValue(used.Block, out var names) || !names.Contains(used.Name)).Select(used => $"{used.Block}: {used.Name}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_documented_block_is_used() =>
        Assert.Equal(Documented().Keys.Order(StringComparer.Ordinal), Used().Select(used => used.Block).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_name_that_nobody_documented_is_found()
    {
        string[] lines = ["""resource "heroku_build" "service" {""", "  app = {", "    size = 1", "  }", "  source {", "    file = \"a\" # b = c", "  }", "}"];

        Assert.Equal(
            [("resource heroku_build", "app"), ("resource heroku_build", "source"), ("resource heroku_build", "source.file")], TerraformNames.OfLines(lines));
    }

    // The buildpack for Node.js takes no sources without the one, and npm restores what the other says.
    [Theory]
    [InlineData("package.json")]
    [InlineData("package-lock.json")]
    public void What_the_buildpack_for_Node_looks_for_is_there(string file)
    {
        Assert.Contains("\"heroku/nodejs\"", File.ReadAllText(Path.Combine(Folder, "main.tf")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file);
    }

    [Fact]
    public async Task It_is_formatted_as_Terraform_does()
    {
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            Need.Terraform(), ["fmt", "-check", "-recursive", "-diff"], Folder, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, printed);
    }

    private static Dictionary<string, string[]> Documented() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "HerokuNames.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|')[0].Split(':'))
            .ToDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Block, string Name)> Used() =>
        TerraformNames.Of(Folder)
            .Where(used => used.Block.Split(' ')[0] is "resource" or "data" or "provider")
            .Where(used => !Everywhere.Contains(used.Name.Split('.')[0]));
}
