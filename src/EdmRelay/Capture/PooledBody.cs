using System.Buffers;
using System.IO.Compression;

namespace EdmRelay.Capture;

/// <summary>A body in an array of the shared pool, which goes back there at the end of the request.</summary>
/// <param name="capacity">The bytes expected; more fit too.</param>
internal sealed class PooledBody(int capacity) : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 256));

    public int Length { get; set; }

    public ReadOnlySpan<byte> Bytes => _array.AsSpan(0, Length);

    public void Append(in ReadOnlySequence<byte> bytes)
    {
        var length = (int)bytes.Length;
        if (_array.Length - Length < length) Grow(Length + length);
        bytes.CopyTo(_array.AsSpan(Length));
        Length += length;
    }

    /// <summary>Room for more, never empty.</summary>
    public Memory<byte> Free()
    {
        if (Length == _array.Length) Grow(Length + 1);
        return _array.AsMemory(Length);
    }

    /// <summary>Reads it as gzip; good until the body is disposed of.</summary>
    public Stream Inflate() => new GZipStream(new MemoryStream(_array, 0, Length, writable: false), CompressionMode.Decompress);

    public void Dispose()
    {
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    private void Grow(int wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _array.Length * 2));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
