using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStats.Query;

/// <summary>What is wrong with a request, by parameter, all of it at once; each says what is allowed.</summary>
internal sealed class QueryMistakes
{
    private readonly Dictionary<string, string[]> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(string parameter, string mistake) =>
        _found[parameter] = _found.TryGetValue(parameter, out var others) ? [.. others, mistake] : [mistake];

    /// <summary>Reads one of some words; a blank one is the default, and a mistake where there is none.</summary>
    public T Choose<T>(string parameter, string? text, T? otherwise = null) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text) && otherwise is { } value) return value;
        var names = Enum.GetNames<T>();
        if (names.FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name) return Enum.Parse<T>(name);
        Add(parameter, $"One of {string.Join(", ", names.Select(Word))}{(otherwise is { } word ? $"; {Word(word)} when it is not said" : "")}.");
        return default;
    }

    public ValidationProblem Problem() => TypedResults.ValidationProblem(_found, title: "This cannot be answered as it is asked");

    /// <summary>A value as it is written in requests and answers.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Parameters are written in small letters.")]
    public static string Word<T>(T value) where T : notnull => value.ToString()!.ToLowerInvariant();
}
