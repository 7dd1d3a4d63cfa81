using System.Text;

namespace EdmShopper.Replay;

/// <summary>
/// Reads <c>--map type=event,uuid=user_id,properties.button_id=button</c>. A text in single quotes is a constant; a
/// column whose name holds a comma stands in double quotes. A quote inside is written twice.
/// </summary>
internal static class MapText
{
    public static List<MapEntry> Read(IEnumerable<string> options, List<string> mistakes)
    {
        var entries = new List<MapEntry>();
        foreach (var part in options.SelectMany(Split))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (our, source) = equals < 0 ? (part, "") : (part[..equals].Trim(), part[(equals + 1)..].Trim());
            if (our.Length == 0 || source.Length == 0)
                mistakes.Add($"--map {part}: write our_field=column, several with commas.");
            else if (!OurFields.Has(our))
                mistakes.Add($"--map {part}: an event has no {our}. It has {string.Join(", ", OurFields.Own)} and {OurFields.PropertyPrefix}NAME.");
            else if (entries.Exists(e => e.Our == our))
                mistakes.Add($"--map {part}: {our} is mapped twice.");
            else if (source[0] == '\'')
                entries.Add(new MapEntry(our, null, Unquote(source, '\'')));
            else
                entries.Add(new MapEntry(our, source[0] == '"' ? Unquote(source, '"') : source, null));
        }

        foreach (var entry in entries)
        {
            if (entry.Constant is not { } text) continue;
            if (entry.Our == OurFields.Time && !TimeText.TryRead(text, out _))
                mistakes.Add($"{entry}: this is not a time (milliseconds, seconds or ISO 8601).");
            else if (entry.Our == OurFields.Type && TypeName.WhatIsWrong(Encoding.UTF8.GetBytes(text)) is { } wrong)
                mistakes.Add($"{entry}: {wrong}.");
            else if (entry.Our == OurFields.EventId)
                mistakes.Add($"--map {OurFields.EventId}: every event has an id of its own. Map a column, or leave it out: then each line's is made of the line.");
        }

        return entries;
    }

    private static IEnumerable<string> Split(string option)
    {
        var part = new StringBuilder();
        var quote = '\0';
        foreach (var c in option)
        {
            if (quote == '\0' && c == ',')
            {
                if (part.Length > 0) yield return part.ToString().Trim();
                part.Clear();
                continue;
            }

            if (c == quote) quote = '\0';
            else if (quote == '\0' && c is '\'' or '"' && part.Length > 0 && part[^1] == '=') quote = c;
            else if (quote == '\0' && c is '\'' or '"' && part.Length > 0 && part[^1] == c) quote = c;
            part.Append(c);
        }

        if (part.Length > 0) yield return part.ToString().Trim();
    }

    private static string Unquote(string text, char quote)
    {
        var inner = text.Length > 1 && text[^1] == quote ? text[1..^1] : text[1..];
        return inner.Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal);
    }
}
