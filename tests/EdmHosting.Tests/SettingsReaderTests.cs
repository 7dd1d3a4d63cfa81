using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EdmHosting.Tests;

public class SettingsReaderTests
{
    public static TheoryData<string, string, object> Values => new()
    {
        { "Name", "shop", "shop" },
        { "Name", " as it stands ", " as it stands " },
        { "Name", "", "" },
        { "name", "whatever the case", "whatever the case" },
        { "On", "true", true },
        { "On", " TRUE ", true },
        { "Count", "42", 42 },
        { "Count", "-1", -1 },
        { "Share", "0.01", 0.01 },
        { "Share", " 1 ", 1.0 },
        { "Share", "1e-3", 0.001 },
        { "Wait", "00:00:10", TimeSpan.FromSeconds(10) },
        { "Wait", "1.02:00", TimeSpan.FromHours(26) },
        { "Way", "SaslSsl", WayOfSaying.SaslSsl },
        { "Way", "SASL_SSL", WayOfSaying.SaslSsl },
        { "Way", "scram-sha-512", WayOfSaying.ScramSha512 },
        { "MayBeOn", "false", false },
        { "MayBeCounted", "0", 0 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_as_its_property_says(string key, string given, object read)
    {
        var (options, mistakes) = Read(($"Some:{key}", given));

        Assert.Empty(mistakes);
        Assert.Equal(read, typeof(EveryKind).GetProperties().Single(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase)).GetValue(options));
    }

    [Fact]
    public void What_is_not_given_keeps_its_default()
    {
        var (options, mistakes) = Read(("Some:Count", "8"));

        Assert.Empty(mistakes);
        Assert.Equivalent(new EveryKind { Count = 8 }, options);
    }

    [Fact]
    public void A_list_is_given_with_commas()
    {
        Assert.Equal(["a", "b", "c"], Read(("Some:List", "a, b,,c ,")).Options.List);
    }

    [Fact]
    public void A_list_is_given_by_numbered_keys()
    {
        Assert.Equal(["a", "b, with a comma"], Read(("Some:List:0", " a"), ("Some:List:1", "b, with a comma")).Options.List);
    }

    [Fact]
    public void An_empty_list_replaces_the_default()
    {
        Assert.Empty(Read(("Some:List", "")).Options.List);
    }

    [Fact]
    public void Other_sections_are_left_alone()
    {
        var (options, mistakes) = Read(("Other:Count", "9"), ("Count", "9"), ("SomeOther:Count", "9"));

        Assert.Empty(mistakes);
        Assert.Equal(7, options.Count);
    }

    [Fact]
    public void A_section_is_read_once_and_is_the_same_for_all_who_ask()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Some:Count", "8"), new("Some:Naem", "x")]);

        var first = builder.AddSettings<EveryKind>("Some");
        var second = builder.AddSettings<EveryKind>("Some");

        Assert.Same(first, second);
        Assert.Same(first, builder.Services.BuildServiceProvider().GetRequiredService<EveryKind>());
        Assert.Single(builder.Mistakes().Found);
    }

    private static (EveryKind Options, IReadOnlyList<string> Mistakes) Read(params (string Key, string Value)[] settings)
    {
        var mistakes = new SettingsMistakes();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return (SettingsReader.Read<EveryKind>(configuration.GetSection("Some"), mistakes), mistakes.Found);
    }
}
