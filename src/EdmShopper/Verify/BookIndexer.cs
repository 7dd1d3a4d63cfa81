using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using EdmShopper.Replay;

namespace EdmShopper.Verify;

/// <summary>Reads a book once, from the first line to the last, and adds up what it says of each event.</summary>
internal sealed class BookIndexer
{
    private readonly Dictionary<UInt128, Expected> _events = [];
    private readonly Dictionary<long, UInt128[]> _open = [];
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

        // What was on its way when the book ended was never answered.
        foreach (var ids in _open.Values) Each(ids, (ref Expected e) => e.Unknown++);
        progress(file.Length, file.Length);
        return new BookIndex(file, _events, started);
    }

    private void Take(FileLine line, long position)
    {
        var reader = new Utf8JsonReader(line.Bytes);
        reader.Read();
        reader.Read();
        if (_started is null && !reader.ValueTextEquals("book"u8)) return;
        if (reader.ValueTextEquals("plan"u8)) TakePlan(line.Bytes, position);
        else if (reader.ValueTextEquals("book"u8) || reader.ValueTextEquals("try"u8) || reader.ValueTextEquals("answer"u8)) TakeRest(line.Bytes);
        else _ = JsonDocument.Parse(line.Bytes);
    }

    private void TakeRest(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var line = json.RootElement;
        if (line.TryGetProperty("book", out var version))
        {
            if (version.GetInt32() != 1) throw new BookUnreadableException($"This is a book of version {version}; this program reads version 1.");
            _started ??= line.GetProperty("started").GetInt64();
        }
        else if (line.TryGetProperty("try", out var number))
        {
            _open[number.GetInt64()] = [.. line.GetProperty("events").EnumerateArray().Select(Id)];
        }
        else if (_open.Remove(line.GetProperty("answer").GetInt64(), out var ids))
        {
            TakeAnswer(line, ids);
        }
    }

    private void TakeAnswer(JsonElement line, UInt128[] ids)
    {
        var status = line.GetProperty("status").GetInt32();
        var tried = !line.TryGetProperty("tried", out var said) || said.ValueKind != JsonValueKind.False;
        if (status is >= 200 and < 300)
        {
            var refused = line.TryGetProperty("rejected", out var list) ? list.EnumerateArray().Select(r => Id(r.GetProperty("event_id"))).ToHashSet() : [];
            foreach (var id in ids)
            {
                ref var expected = ref Of(id);
                if (refused.Contains(id)) expected.Refused = true;
                else expected.Confirmed++;
            }
        }
        else if (status is 0 or 408 or >= 500)
        {
            if (tried) Each(ids, (ref Expected e) => e.Unknown++);
        }
        else if (status != 429)
        {
            Each(ids, (ref Expected e) => e.Refused = true);
        }
    }

    private void TakePlan(byte[] bytes, long position)
    {
        UInt128 id = default;
        var plan = default(Expected);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "plan") id = Fingerprint.Of(Encoding.UTF8.GetBytes(reader.GetString()!));
            else if (name == "as") plan.Manner = MannerOf(reader.GetString());
            else if (name == "skew") plan.Skew = reader.GetInt64();
            if (name == "event") plan.At = position + reader.TokenStartIndex;
            reader.Skip();
            if (name == "event") plan.Length = (int)(position + reader.BytesConsumed - plan.At);
        }

        ref var expected = ref Of(id);
        (expected.At, expected.Length, expected.Manner, expected.Skew) = (plan.At, plan.Length, plan.Manner, plan.Skew);
    }

    private static Manner MannerOf(string? planned) => planned switch
    {
        "bot" => Manner.Bot,
        "skewed" => Manner.Skewed,
        "recorded" => Manner.Recorded,
        _ => Manner.Plain,
    };

    private static UInt128 Id(JsonElement text) => Fingerprint.Of(Encoding.UTF8.GetBytes(text.GetString()!));

    private ref Expected Of(UInt128 id) => ref CollectionsMarshal.GetValueRefOrAddDefault(_events, id, out _);

    private void Each(UInt128[] ids, Change change)
    {
        foreach (var id in ids) change(ref Of(id));
    }

    private delegate void Change(ref Expected expected);
}
