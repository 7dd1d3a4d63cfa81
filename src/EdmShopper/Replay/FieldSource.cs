using System.Text;
using CsvHelper;

namespace EdmShopper.Replay;

/// <summary>Where a field of ours comes from: a column of the record, the same text in every line, or nowhere.</summary>
internal readonly record struct FieldSource
{
    private readonly int _column;
    private readonly byte[]? _text;

    private FieldSource(int column, byte[]? text) => (_column, _text) = (column, text);

    public static FieldSource Nowhere => new(-1, []);

    public static FieldSource Column(int index) => new(index, null);

    public static FieldSource Always(string text) => new(-1, Encoding.UTF8.GetBytes(text));

    /// <summary>Its value in the record that the reader stands on, in UTF-8; empty where the line says nothing.</summary>
    public ReadOnlySpan<byte> Of(CsvReader record) => _text ?? record.GetSpan(_column);
}
