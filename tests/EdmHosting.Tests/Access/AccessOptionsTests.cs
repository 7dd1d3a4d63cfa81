using EdmHosting.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EdmHosting.Tests.Access;

public class AccessOptionsTests
{
    private const string Key = "a key that is long enough";

    [Theory]
    [InlineData(Key, false, false, null)]
    [InlineData(null, true, false, null)]
    [InlineData(null, false, true, null)]
    [InlineData(null, false, false, "Access:ViewerKey: give one of at least 16 characters")]
    [InlineData("   ", false, false, "Access:ViewerKey: give one of at least 16 characters")]
    [InlineData("fifteen letters", false, false, "Access:ViewerKey: at least 16 characters")]
    [InlineData("fifteen letters", false, true, "Access:ViewerKey: at least 16 characters")]
    [InlineData(Key, true, false, "Access:Open: true means that nobody needs the ViewerKey")]
    public async Task A_program_that_serves_in_production_is_told_who_may_look(string? key, bool open, bool development, string? mistake)
    {
        await using var app = SmallProgram.Build(
            ("Access:ViewerKey", key!), ("Access:Open", open ? "true" : "false"), ("ENVIRONMENT", development ? "Development" : "Production"));

        var found = app.Services.GetRequiredService<SettingsMistakes>().Found;

        if (mistake is null) Assert.Empty(found);
        else Assert.StartsWith(mistake, Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_not_repeated()
    {
        await using var app = SmallProgram.Build(("Access:ViewerKey", "hunter2"));

        Assert.DoesNotContain(app.Services.GetRequiredService<SettingsMistakes>().Found, mistake => mistake.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.0/8")]
    [InlineData("fd00::/8")]
    [InlineData("proxy.example", "KnownProxies")]
    [InlineData("10.0.0.0/33", "KnownProxies")]
    public void A_proxy_is_an_address_or_a_network(string proxy, params string[] mistakes) =>
        Assert.Equal(mistakes, Keys(new() { KnownProxies = [proxy] }));

    [Fact]
    public void At_least_one_may_connect() =>
        Assert.Equal(["MaxConnections", "MaxDashboards"], Keys(new() { MaxConnections = 0, MaxDashboards = 0 }));

    private static IEnumerable<string> Keys(AccessOptions options) => options.Check().Select(mistake => mistake.Split(':')[0]);
}
