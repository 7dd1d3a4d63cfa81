namespace EdmRelay.Capture;

/// <summary>How a body is to be read, by what its headers say of it.</summary>
internal enum MediaType
{
    /// <summary>None that is read here.</summary>
    Other,
    Json,

    /// <summary>One JSON value a line.</summary>
    JsonLines,
}

/// <summary>Reads the headers that say what a body is.</summary>
internal static class MediaTypes
{
    /// <summary><c>text/plain</c> is JSON too: it is what a beacon may send without asking first.</summary>
    public static MediaType Of(string? contentType)
    {
        var name = contentType.AsSpan();
        if (name.IndexOf(';') is >= 0 and var end) name = name[..end];
        name = name.Trim();
        return
            Is(name, "application/json") || Is(name, "text/plain") ? MediaType.Json :
            Is(name, "application/x-ndjson") || Is(name, "application/ndjson") || Is(name, "application/jsonl") ? MediaType.JsonLines :
            name.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase) ? MediaType.Json :
            MediaType.Other;
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
