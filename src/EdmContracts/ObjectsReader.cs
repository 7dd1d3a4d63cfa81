using System.Text.Json;

namespace EdmContracts;

/// <summary>Goes over the objects in an array that was read before and is known to be JSON; what else stands in it is passed over.</summary>
/// <param name="array">The array, brackets included; may be empty.</param>
public ref struct ObjectsReader(ReadOnlySpan<byte> array)
{
    private readonly ReadOnlySpan<byte> _json = array;
    private Utf8JsonReader _reader = new(array);
    private bool _isOpen;

    /// <summary>The next object, braces included; false when there is none.</summary>
    public bool Next(out ReadOnlySpan<byte> item)
    {
        item = default;
        if (_json.IsEmpty) return false;
        if (!_isOpen) _isOpen = _reader.Read();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var (kind, start) = (_reader.TokenType, (int)_reader.TokenStartIndex);
            _reader.Skip();
            if (kind != JsonTokenType.StartObject) continue;
            item = _json[start..(int)_reader.BytesConsumed];
            return true;
        }

        return false;
    }
}
