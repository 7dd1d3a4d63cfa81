namespace EdmContracts;

/// <summary>The parts of a page's address that are counted by. It takes any text: one that is no address is its own path.</summary>
public readonly ref struct PageAddress
{
    private readonly ReadOnlySpan<byte> _query;

    public PageAddress(ReadOnlySpan<byte> url)
    {
        var rest = url;
        if (rest.IndexOf((byte)'#') is >= 0 and var fragment) rest = rest[..fragment];
        if (rest.IndexOf((byte)'?') is >= 0 and var query)
        {
            _query = rest[(query + 1)..];
            rest = rest[..query];
        }

        if (rest.StartsWith("http://"u8) || rest.StartsWith("https://"u8))
        {
            rest = rest[(rest.IndexOf("//"u8) + 2)..];
            var path = rest.IndexOf((byte)'/');
            Host = path < 0 ? rest : rest[..path];
            rest = rest[Host.Length..];
            if (Host.StartsWith("www."u8)) Host = Host[4..];
        }

        Path = rest.IsEmpty && !url.IsEmpty ? "/"u8 : rest;
    }

    /// <summary>Where it is, with its port where it names one and without <c>www.</c>; empty when it does not say.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>Without query and fragment; empty when there is no address.</summary>
    public ReadOnlySpan<byte> Path { get; }

    /// <summary>The value of a parameter of the query as it stands there; empty when there is none.</summary>
    public ReadOnlySpan<byte> Parameter(ReadOnlySpan<byte> name)
    {
        var rest = _query;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'&') is >= 0 and var and ? and : rest.Length;
            var pair = rest[..end];
            if (pair.StartsWith(name) && pair.Length > name.Length && pair[name.Length] == '=') return pair[(name.Length + 1)..];
            rest = end == rest.Length ? default : rest[(end + 1)..];
        }

        return default;
    }
}
