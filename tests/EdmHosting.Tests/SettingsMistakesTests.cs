using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace EdmHosting.Tests;

public class SettingsMistakesTests
{
    [Theory]
    [InlineData("On", "yes", "Some:On: 'yes' is not true or false.")]
    [InlineData("MayBeOn", "", "Some:MayBeOn: '' is not true or false.")]
    [InlineData("Count", "many", "Some:Count: 'many' is not a whole number.")]
    [InlineData("Count", "1.5", "Some:Count: '1.5' is not a whole number.")]
    [InlineData("MayBeCounted", "9999999999", "Some:MayBeCounted: '9999999999' is not a whole number.")]
    [InlineData("Share", "half", "Some:Share: 'half' is not a number such as 0.01.")]
    [InlineData("Share", "0,5", "Some:Share: '0,5' is not a number such as 0.01.")]
    [InlineData("wait", "soon", "Some:Wait: 'soon' is not a time span such as 00:00:10.")]
    [InlineData("Wait", "10", "Some:Wait: '10' is not a time span such as 00:00:10.")]
    [InlineData("Way", "loud", "Some:Way: 'loud' is not one of Plain, SaslSsl, ScramSha512.")]
    [InlineData("Way", "1", "Some:Way: '1' is not one of Plain, SaslSsl, ScramSha512.")]
    [InlineData("Naem", "x", "Some:Naem is not a setting. Some has: Count, List, MayBeCounted, MayBeOn, Name, On, Share, Wait, Way.")]
    [InlineData("Twice", "4", "Some:Twice is not a setting. Some has: Count, List, MayBeCounted, MayBeOn, Name, On, Share, Wait, Way.")]
    public void A_mistake_names_itself_and_what_is_meant(string key, string value, string mistake)
    {
        var builder = Builder(($"Some:{key}", value));

        builder.AddSettings<EveryKind>("Some");

        Assert.Equal([mistake], builder.Mistakes().Found);
    }

    [Fact]
    public void A_bad_value_leaves_the_default()
    {
        Assert.Equal(7, Builder(("Some:Count", "many")).AddSettings<EveryKind>("Some").Count);
    }

    [Fact]
    public void A_value_that_no_deployment_can_mean_is_named_with_its_section()
    {
        var builder = Builder(("Some:Count", "-1"));

        builder.AddSettings<EveryKind>("Some", read => read.Count < 0 ? ["Count: must not be negative."] : []);

        Assert.Equal(["Some:Count: must not be negative."], builder.Mistakes().Found);
    }

    [Fact]
    public void All_mistakes_of_all_sections_are_collected()
    {
        var builder = Builder(("PORT", "http"), ("Some:On", "yes"), ("Some:Naem", "x"), ("Hosts:Count", "many"));

        builder.AddHosting(port: 1);
        builder.AddSettings<EveryKind>("Some", _ => ["Name: a name is needed."]);
        builder.AddSettings<OtherSection>("Hosts");

        Assert.Equal(
            ["PORT: 'http'", "Some:Naem is", "Some:On: 'yes'", "Some:Name: a", "Hosts:Count: 'many'"],
            builder.Mistakes().Found.Select(m => string.Join(' ', m.Split(' ').Take(2))));
    }

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        return builder;
    }

    private sealed class OtherSection
    {
        public int Count { get; set; }
    }
}
