using System.Text.Json;

namespace EdmContracts;

/// <summary>
/// Goes over the top level of a record's properties, which were read before and are known to be JSON. Where a property
/// stands twice, the first one that has what is looked for counts.
/// </summary>
/// <param name="properties">The object, braces included; may be empty.</param>
public ref struct PropertyReader(ReadOnlySpan<byte> properties)
{
    private readonly ReadOnlySpan<byte> _json = properties;
    private Utf8JsonReader _reader = new(properties);
    private bool _isOpen;

    /// <summary>The property's name; empty for one that no ASCII name could equal.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Goes to the next property; false when there is none.</summary>
    public bool Next()
    {
        if (_json.IsEmpty) return false;
        if (_isOpen) _reader.Skip();
        else _isOpen = _reader.Read();
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName) return false;
        Name = NameUnder(ref _reader);
        return _reader.Read();
    }

    /// <summary>The value as text, when it is a text or a number and not empty.</summary>
    /// <param name="text">UTF-8, without quotes and escapes; empty when the answer is false.</param>
    public bool TryText(out ReadOnlySpan<byte> text) => JsonText.TryRead(ref _reader, _json, out text) && !text.IsEmpty;

    /// <summary>The value as it stands, brackets included, when it is an array; else empty.</summary>
    public ReadOnlySpan<byte> Array()
    {
        if (_reader.TokenType != JsonTokenType.StartArray) return default;
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json[start..(int)_reader.BytesConsumed];
    }

    /// <summary>The value of one property, as <see cref="TryText(out ReadOnlySpan{byte})"/> gives it.</summary>
    /// <param name="properties">The object, braces included; may be empty.</param>
    /// <param name="name">The property's name, in ASCII.</param>
    /// <param name="text">Empty when the answer is false: there is no such property, or it is empty or of another kind.</param>
    public static bool TryText(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        var reader = new PropertyReader(properties);
        while (reader.Next())
            if (reader.Name.SequenceEqual(name) && reader.TryText(out text)) return true;
        text = default;
        return false;
    }

    private static ReadOnlySpan<byte> NameUnder(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        if (!JsonText.IsComparable(ref reader)) return default;
        var name = new byte[reader.ValueSpan.Length];
        return name.AsSpan(0, reader.CopyString(name));
    }
}
