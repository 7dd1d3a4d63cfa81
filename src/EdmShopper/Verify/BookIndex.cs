using System.Runtime.InteropServices;
using System.Text.Json;

namespace EdmShopper.Verify;

/// <summary>
/// All events of a book by their id, with what the answers said of them. The events themselves stay in the file and are
/// read one by one when they are wanted.
/// </summary>
internal sealed class BookIndex : IDisposable
{
    private readonly Dictionary<UInt128, Expected> _events;
    private readonly FileStream _file;
    private byte[] _buffer = new byte[4096];

    internal BookIndex(FileStream file, Dictionary<UInt128, Expected> events, long started)
    {
        (_file, _events, Started) = (file, events, started);
    }

    /// <summary>When the sending began: milliseconds since 1970, by the sender's clock.</summary>
    public long Started { get; }

    public ICollection<Expected> Events => _events.Values;

    /// <summary>The event of an id; a null reference where the book does not know it.</summary>
    public ref Expected Find(ReadOnlySpan<byte> id) => ref CollectionsMarshal.GetValueRefOrNullRef(_events, Fingerprint.Of(id));

    /// <summary>The event as it was sent.</summary>
    public JsonDocument Sent(in Expected expected)
    {
        if (_buffer.Length < expected.Length) _buffer = new byte[expected.Length];
        var bytes = _buffer.AsMemory(0, expected.Length);
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(_file.SafeFileHandle, bytes.Span[read..], expected.At + read);
            if (more == 0) throw new EndOfStreamException("The book became shorter while it was read.");
            read += more;
        }

        return JsonDocument.Parse(bytes);
    }

    public string IdOf(in Expected expected)
    {
        using var sent = Sent(expected);
        return sent.RootElement.TryGetProperty("event_id", out var id) ? id.ToString() : "(no id)";
    }

    public void Dispose() => _file.Dispose();
}
