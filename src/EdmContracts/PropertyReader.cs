using System.Text.Json;

namespace EdmContracts;

/// <summary>Looks single values up in the object of a record's properties, which was read before and is known to be JSON.</summary>
public static class PropertyReader
{
    /// <summary>The value of a property of the top level that is a text or a number, as text.</summary>
    /// <param name="properties">The object, braces included; may be empty.</param>
    /// <param name="name">The property's name, in ASCII.</param>
    /// <param name="text">UTF-8, without quotes and escapes.</param>
    /// <returns>False when there is no such property, or it is empty or of another kind.</returns>
    public static bool TryText(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (properties.IsEmpty) return false;
        var reader = new Utf8JsonReader(properties);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = JsonText.IsComparable(ref reader) && reader.ValueTextEquals(name);
            reader.Read();
            if (found) return JsonText.TryRead(ref reader, properties, out text) && !text.IsEmpty;
            reader.Skip();
        }

        return false;
    }
}
