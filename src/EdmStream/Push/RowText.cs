using System.Globalization;
using EdmContracts;

namespace EdmStream.Push;

/// <summary>The few words by which a person knows an event in the log: the button, the page, the product, the amount.</summary>
internal static class RowText
{
    public static string Of(string topic, scoped in LogRecord record)
    {
        var properties = record.Properties;
        return topic switch
        {
            Topics.Click => Text(properties, "button_id"u8),
            Topics.PageLoad => Path(Text(properties, "url"u8)),
            _ => Money(properties) is { Length: > 0 } money && !PropertyReader.TryText(properties, "product_id"u8, out _) ? money :
                Text(properties, "name"u8) is { Length: > 0 } name ? name :
                Text(properties, "product_id"u8),
        };
    }

    private static string Text(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> name) =>
        PropertyReader.TryText(properties, name, out var text) ? KeyText.Of(text) : "";

    private static string Path(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.PathAndQuery : url;

    private static string Money(ReadOnlySpan<byte> properties) =>
        decimal.TryParse(Text(properties, "total"u8), NumberStyles.Number, CultureInfo.InvariantCulture, out var total)
            ? Money(total, Text(properties, "currency"u8))
            : "";

    private static string Money(decimal amount, string currency) => currency == "USD"
        ? string.Create(CultureInfo.InvariantCulture, $"${amount:N2}")
        : string.Create(CultureInfo.InvariantCulture, $"{amount:N2} {currency}");
}
