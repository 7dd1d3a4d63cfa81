using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EdmShopper.Commands;

/// <summary>Options that are read here, so that the complaint says what to write instead.</summary>
internal static class OptionTexts
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    public static Option<TimeSpan> Duration(string name, TimeSpan otherwise, string description) =>
        Of(name, otherwise, "a time such as 500ms, 60s, 5m or 1h, longer than nothing", description, TryDuration);

    public static Option<double> Rate(string name, double otherwise, string description) =>
        Of(name, otherwise, "a number of events a second, more than 0 and up to 100000", description, (string text, out double rate) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out rate) && rate is > 0 and <= 100_000);

    public static Option<int> Number(string name, Func<int> otherwise, int least, int most, string description) =>
        Of(name, otherwise, $"a whole number from {least} to {most}", description, (string text, out int number) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);

    public static Option<Uri> Address(string name, string otherwise, string description) =>
        Of(name, new Uri(otherwise), "an address such as http://localhost:5081", description, TryAddress);

    public static Option<Uri?> OptionalAddress(string name, string description) =>
        Of<Uri?>(name, () => null, "an address such as http://localhost:5082", description, TryAddress);

    /// <summary>Milliseconds since 1970, or a date and time with its zone.</summary>
    public static Option<long?> Moment(string name, string description) =>
        Of<long?>(name, () => null, "milliseconds since 1970, or a time such as 2026-11-24T12:00:00Z", description, TryMoment);

    private static Option<T> Of<T>(string name, T otherwise, string what, string description, TryRead<T> read) =>
        Of(name, () => otherwise, what, description, read);

    private static Option<T> Of<T>(string name, Func<T> otherwise, string what, string description, TryRead<T> read) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise(),
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (read(text, out var value)) return value;
            result.AddError($"{name}: '{text}' is not {what}.");
            return default;
        },
    };

    private static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        var unit = text.AsSpan().TrimStart("0123456789.").ToString();
        var seconds = Units.FirstOrDefault(u => u.Unit == unit).Seconds;
        if (seconds == 0 || !double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        if (number * seconds is not (> 0 and <= 7 * 24 * 3600)) return false;
        duration = TimeSpan.FromSeconds(number * seconds);
        return true;
    }

    private static bool TryAddress(string text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";

    private static bool TryMoment(string text, out long? moment)
    {
        moment =
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds :
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUnixTimeMilliseconds() :
            null;
        return moment is not null;
    }

    private delegate bool TryRead<T>(string text, out T? value);
}
