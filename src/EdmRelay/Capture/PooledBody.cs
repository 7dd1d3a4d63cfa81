using System.Buffers;

namespace EdmRelay.Capture;

/// <summary>A body in an array of the shared pool, which goes back there at the end of the request.</summary>
internal sealed class PooledBody(byte[] rented) : IDisposable
{
    private byte[] _array = rented;

    public int Length { get; set; }

    public ReadOnlySpan<byte> Bytes => _array.AsSpan(0, Length);

    /// <summary>Room for more, never empty: a full array is exchanged for one twice its size.</summary>
    public Memory<byte> Free()
    {
        if (Length == _array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        return _array.AsMemory(Length);
    }

    public void Dispose()
    {
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }
}
