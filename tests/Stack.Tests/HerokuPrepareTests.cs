namespace Stack.Tests;

/// <summary>What <c>terraform/heroku/prepare</c> asks of Heroku's CLI.</summary>
public class HerokuPrepareTests
{
    private const string Key = "Access__ViewerKey";
    private static readonly string[] Apps = ["shop-relay", "shop-stream", "shop-stats", "shop-web"];

    [Fact]
    public async Task Topics_and_groups_are_made_as_the_services_need_them()
    {
        using var heroku = new FakeHeroku();

        await heroku.PrepareAsync();

        Assert.Equal(
            [
                "kafka:topics:create edm-ui-click --app shop-relay --replication-factor 3 --partitions 6 --retention-time 7d",
                "kafka:topics:create edm-ui-pageload --app shop-relay --replication-factor 3 --partitions 6 --retention-time 7d",
                "kafka:topics:create edm-ui-commerce --app shop-relay --replication-factor 3 --partitions 6 --retention-time 7d",
                "kafka:topics:create edm-rejected --app shop-relay --replication-factor 3 --partitions 1 --retention-time 7d",
                "kafka:topics:create edm-live --app shop-relay --replication-factor 3 --partitions 1 --retention-time 24h --compaction",
                "kafka:consumer-groups:create edm-consumer-group-1 --app shop-relay",
                "kafka:consumer-groups:create edm-consumer-group-2 --app shop-relay",
            ],
            Creating(heroku.Calls));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("columbia-12345.")]
    public async Task The_second_time_nothing_is_made_and_the_key_stays(string? prefix)
    {
        using var heroku = new FakeHeroku(prefix);
        await heroku.PrepareAsync();
        var before = heroku.Calls.Length;
        var key = heroku.Config("shop-web", Key);

        await heroku.PrepareAsync();

        var again = heroku.Calls[before..];
        Assert.Empty(Creating(again));
        Assert.DoesNotContain(again, call => call.StartsWith("config:set", StringComparison.Ordinal));
        Assert.All(Apps, app => Assert.Equal(key, heroku.Config(app, Key)));
    }

    [Fact]
    public async Task All_apps_get_one_key_and_it_is_not_printed()
    {
        using var heroku = new FakeHeroku();

        var printed = await heroku.PrepareAsync();

        var key = Assert.Single(Apps.Select(app => heroku.Config(app, Key)).Distinct());
        Assert.Matches("^[0-9a-f]{48}$", key);
        Assert.DoesNotContain(key!, printed, StringComparison.Ordinal);
        Assert.Contains($"heroku config:get {Key} --app shop-web", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_without_the_key_gets_that_of_the_others()
    {
        using var heroku = new FakeHeroku();
        heroku.Set("shop-web", Key, "one that somebody chose");

        await heroku.PrepareAsync();

        Assert.All(Apps, app => Assert.Equal("one that somebody chose", heroku.Config(app, Key)));
    }

    private static string[] Creating(string[] calls) => [.. calls.Where(call => call.Contains(":create ", StringComparison.Ordinal))];
}
