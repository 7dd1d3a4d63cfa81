using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmHosting;

/// <summary>An answer as a table: UTF-8, commas, a line of headings.</summary>
public static class CsvAnswer
{
    // Anybody may send events with any key, and a spreadsheet takes some for formulas. Numbers stay numbers.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    /// <param name="name">The file's name without its ending.</param>
    public static FileContentHttpResult Of(string name, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(headings))
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return TypedResults.File(memory.ToArray(), "text/csv; charset=utf-8", $"{name}.csv");
    }

    /// <summary>A moment as spreadsheets read it, with its offset.</summary>
    public static string Time(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
