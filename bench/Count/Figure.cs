using System.Globalization;

namespace Count;

/// <summary>A figure in words, so that what is shown and what must be shown can be held against each other.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Text">The figure; where a part of it is missing it says so.</param>
internal sealed record Figure(string Name, string Text)
{
    public const int Places = 10;

    public static readonly IReadOnlyList<string> Verdicts = ["shown", "duplicate", "late", "bot", "rejected", "expired"];

    public static Figure Number(string name, decimal? value) => new(name, Show(value));

    /// <summary>How many records were read, and how many had each verdict.</summary>
    public static Figure Books(string topic, int partition, decimal? read, Func<string, decimal?> having) =>
        new($"{topic}[{partition}]", $"read {Show(read)}, {string.Join(", ", Verdicts.Select(v => $"{v} {Show(having(v))}"))}");

    public static Figure Revenue(string currency, decimal? revenue, decimal? orders) =>
        new($"revenue in {currency}", $"{Show(revenue)} of {Show(orders)} orders");

    public static Figure Product(
        int place, string id, decimal? views, decimal? adds, decimal? orders, IEnumerable<(string Currency, decimal? Revenue)> revenue)
    {
        var money = revenue.OrderBy(r => r.Currency, StringComparer.Ordinal).Select(r => $"{r.Currency} {Show(r.Revenue)}");
        return new($"product {place}", $"{id}, {Show(views)} views, {Show(adds)} adds, {Show(orders)} orders: {string.Join(", ", money)}");
    }

    public static Figure Button(int place, string key, decimal? count) => new($"button {place}", $"{key}, {Show(count)} clicks");

    /// <summary>Where the two differ, a sentence each.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<Figure> written, IReadOnlyList<Figure> shown)
    {
        var (must, does) = (written.ToDictionary(f => f.Name, f => f.Text), shown.ToDictionary(f => f.Name, f => f.Text));
        return must.Keys.Union(does.Keys)
            .Where(name => must.GetValueOrDefault(name) != does.GetValueOrDefault(name))
            .Select(name => $"{name}: shows {does.GetValueOrDefault(name) ?? "nothing"}; written was {must.GetValueOrDefault(name) ?? "nothing"}");
    }

    private static string Show(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "(missing)";
}
