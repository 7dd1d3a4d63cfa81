namespace EdmShopper.Replay;

/// <summary>Cuts a file into its lines, ended by LF or CRLF; a byte order mark at its head is left out.</summary>
internal sealed class FileLines(Stream file)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;
    private long _number;

    /// <summary>How many bytes have been read as lines.</summary>
    public long Position { get; private set; }

    /// <returns>False at the end of the file.</returns>
    public bool TryNext(out FileLine line)
    {
        for (var searched = 0; ;)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found, 1, out line);
            searched = _end - _start;
            if (Fill()) continue;
            line = default;
            return searched > 0 && Take(searched, 0, out line);
        }
    }

    private bool Take(int length, int lineBreak, out FileLine line)
    {
        var bytes = _buffer.AsSpan(_start, length);
        if (_number == 0 && bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (lineBreak > 0 && bytes.EndsWith("\r"u8)) bytes = bytes[..^1];
        line = new FileLine(++_number, bytes.ToArray(), length + lineBreak);
        _start += length + lineBreak;
        Position += length + lineBreak;
        return true;
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
