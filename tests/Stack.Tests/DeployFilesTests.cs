namespace Stack.Tests;

/// <summary>The files that the demo is deployed by, as the programs that read them see them.</summary>
public class DeployFilesTests
{
    private const string Key = "EDM_VIEWER_KEY";

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.three.yml")]
    [InlineData("docker-compose.yml", "docker-compose.metrics.yml")]
    [InlineData("docker-compose.three.yml", "docker-compose.metrics.yml")]
    public async Task Compose_takes_them(params string[] files)
    {
        var (exitCode, printed) = await ComposeAsync(files, key: "a key of many letters");

        Assert.True(exitCode == 0, printed);
    }

    [Fact]
    public async Task Three_brokers_are_not_started_without_a_key()
    {
        var (exitCode, printed) = await ComposeAsync(["docker-compose.three.yml"], key: null);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{Key}", printed, StringComparison.Ordinal);
        Assert.Contains("16 characters or more", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fmt", "-check", "-recursive", "-diff")]
    [InlineData("test")]
    public async Task Terraform_takes_its_own(params string[] arguments)
    {
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            Need.Terraform(), arguments, Path.Combine(Repository.Root, "terraform", "local"), TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, printed);
    }

    // In one test: each of the three needs what init leaves.
    [Fact]
    public async Task Terraform_takes_those_for_AWS()
    {
        var terraform = Need.Terraform();
        var providers = Need.TerraformProviders();
        string[][] calls =
        [
            ["init", "-backend=false", "-input=false", $"-plugin-dir={providers}"],
            ["fmt", "-check", "-recursive", "-diff"],
            ["validate"],
            ["test"],
        ];
        foreach (var arguments in calls)
        {
            var (exitCode, printed) = await ProgramOutput.OfAsync(
                terraform, arguments, Path.Combine(Repository.Root, "terraform", "aws"), TestContext.Current.CancellationToken);

            Assert.True(exitCode == 0, printed);
        }
    }

    private static Task<(int ExitCode, string Printed)> ComposeAsync(string[] files, string? key)
    {
        var compose = Need.Compose();
        return ProgramOutput.OfAsync(
            compose[0], [.. compose.Skip(1), .. files.SelectMany(file => new[] { "-f", file }), "config", "--quiet"], Repository.Root, TestContext.Current.CancellationToken, (Key, key));
    }
}
