using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EdmHosting;

/// <summary>
/// Reads a section of the configuration into its options class: one property a key, defaults beside the properties. A
/// value that does not fit its property, and a key that the class does not have, is a mistake that names itself.
/// </summary>
public static class SettingsReader
{
    /// <summary>The mistakes of the program being built.</summary>
    public static SettingsMistakes Mistakes(this WebApplicationBuilder builder)
    {
        if (builder.Services.FirstOrDefault(s => s.ServiceType == typeof(SettingsMistakes))?.ImplementationInstance is SettingsMistakes known)
            return known;
        var mistakes = new SettingsMistakes();
        builder.Services.AddSingleton(mistakes);
        return mistakes;
    }

    /// <summary>Reads a section once, checks it, and registers what was read as a singleton.</summary>
    /// <param name="builder">The program being built.</param>
    /// <param name="section">The section's name.</param>
    /// <param name="check">Looks for values that no deployment can mean; gives a line each, beginning with the key.</param>
    public static TOptions AddSettings<TOptions>(
        this WebApplicationBuilder builder, string section, Func<TOptions, IEnumerable<string>>? check = null)
        where TOptions : class, new()
    {
        if (builder.Services.FirstOrDefault(s => s.ServiceType == typeof(TOptions))?.ImplementationInstance is TOptions known)
            return known;
        var mistakes = builder.Mistakes();
        var options = Read<TOptions>(builder.Configuration.GetSection(section), mistakes);
        foreach (var mistake in check?.Invoke(options) ?? []) mistakes.Add($"{section}:{mistake}");
        builder.Services.AddSingleton(options);
        return options;
    }

    /// <summary>Reads a section into a new options object; what does not fit keeps its default and is added to the mistakes.</summary>
    public static TOptions Read<TOptions>(IConfigurationSection section, SettingsMistakes mistakes) where TOptions : class, new()
    {
        var options = new TOptions();
        var properties = typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
                mistakes.Add($"{section.Path}:{child.Key} is not a setting. {section.Path} has: {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            else if (TryConvert(child, property.PropertyType, out var value))
                property.SetValue(options, value);
            else
                mistakes.Add($"{section.Path}:{property.Name}: '{child.Value}' is not {Kind(property.PropertyType)}.");
        }

        return options;
    }

    private static bool TryConvert(IConfigurationSection child, Type type, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var text = child.Value?.Trim() ?? "";
        value = null;
        if (type == typeof(string)) value = child.Value ?? "";
        else if (type == typeof(bool) && bool.TryParse(text, out var flag)) value = flag;
        else if (type == typeof(int) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) value = number;
        else if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)) value = share;
        else if (type == typeof(TimeSpan) && text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)) value = span;
        else if (type.IsEnum && TryName(type, text, out var name)) value = name;
        else if (type == typeof(string[])) value = Texts(child);
        return value is not null;
    }

    /// <summary>Names are taken as their own field writes them: SASL_SSL, SCRAM-SHA-512.</summary>
    private static bool TryName(Type type, string text, out object? name)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        name = Enum.GetNames(type).FirstOrDefault(n => n.Equals(plain, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse(type, known) : null;
        return name is not null;
    }

    /// <summary>A list is given either as numbered keys or as one value with commas.</summary>
    private static string[] Texts(IConfigurationSection child) =>
        child.Value is { } line
            ? line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. child.GetChildren().Select(c => c.Value?.Trim() ?? "")];

    private static string Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return
            type == typeof(bool) ? "true or false" :
            type == typeof(int) ? "a whole number" :
            type == typeof(double) ? "a number such as 0.01" :
            type == typeof(TimeSpan) ? "a time span such as 00:00:10" :
            type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" :
            "a text";
    }
}
