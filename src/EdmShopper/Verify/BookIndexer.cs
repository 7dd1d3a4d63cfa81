using System.Text.Json;
using EdmShopper.Replay;

namespace EdmShopper.Verify;

/// <summary>Reads a book once, from the first line to the last.</summary>
internal sealed class BookIndexer
{
    private readonly ExpectedEvents _events = new();
    private long? _started;

    /// <param name="path">The book.</param>
    /// <param name="progress">Told how many of how many bytes have been read, every thousand lines.</param>
    /// <exception cref="BookUnreadableException">This is not a book, or one of its lines is broken. (A last line that was cut off is not.)</exception>
    public static BookIndex Read(string path, Action<long, long> progress)
    {
        var file = Open(path);
        try
        {
            return new BookIndexer().Read(file, progress);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BookUnreadableException(e.Message);
        }
    }

    private BookIndex Read(FileStream file, Action<long, long> progress)
    {
        var lines = new FileLines(file);
        (long Number, string Reason)? broken = null;
        while (lines.TryNext(out var line))
        {
            if (line.Number % 1024 == 0) progress(lines.Position, file.Length);
            if (broken is { } before) throw new BookUnreadableException($"Line {before.Number} of the book cannot be read: {before.Reason}");
            try
            {
                if (!line.IsBlank) Take(line, lines.Position - line.FileBytes);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                broken = (line.Number, e.Message);
            }
        }

        if (_started is not { } started) throw new BookUnreadableException("This is not a book: its first line does not begin with {\"book\":1.");
        progress(file.Length, file.Length);
        return new BookIndex(file, _events.AtTheEnd(), started);
    }

    private void Take(FileLine line, long position)
    {
        var reader = new Utf8JsonReader(line.Bytes);
        reader.Read();
        reader.Read();
        if (_started is null && !reader.ValueTextEquals("book"u8)) return;
        if (reader.ValueTextEquals("plan"u8)) _events.TakePlan(line.Bytes, position);
        else if (reader.ValueTextEquals("book"u8) || reader.ValueTextEquals("try"u8) || reader.ValueTextEquals("answer"u8)) TakeRest(line.Bytes);
        else _ = JsonDocument.Parse(line.Bytes);
    }

    private void TakeRest(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var line = json.RootElement;
        if (!line.TryGetProperty("book", out var version))
        {
            _events.TakeSending(line);
            return;
        }

        if (version.GetInt32() != 1) throw new BookUnreadableException($"This is a book of version {version}; this program reads version 1.");
        _started ??= line.GetProperty("started").GetInt64();
    }
}
