using EdmHosting;
using Microsoft.Extensions.Configuration;

namespace EdmKafka.Tests;

/// <summary>Settings as a row of a theory writes them: <c>KEY=value;KEY=value</c>.</summary>
internal static class SettingsText
{
    public static (KafkaSettings Settings, IReadOnlyList<string> Mistakes) Read(string text)
    {
        var mistakes = new SettingsMistakes();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Pairs(text)).Build();
        return (KafkaSettings.Read(configuration, mistakes), mistakes.Found);
    }

    /// <summary>A word in braces stands for a PEM text.</summary>
    public static Dictionary<string, string?> Pairs(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => (string?)pair[1]
                .Replace("{certificate}", PemTexts.Certificate, StringComparison.Ordinal)
                .Replace("{key}", PemTexts.Key, StringComparison.Ordinal)
                .Replace("{other key}", PemTexts.OtherKey, StringComparison.Ordinal));
}
