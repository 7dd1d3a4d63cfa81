using System.Buffers;
using System.Diagnostics;

namespace EdmKafka;

/// <summary>
/// Records that are written together, laid one behind the other in one array of the shared pool: for each one its key is
/// written here, then its value. They share their time and their headers. Not thread-safe; dispose of it when the
/// producer has taken it.
/// </summary>
/// <param name="time">The records' time: milliseconds since 1970.</param>
/// <param name="capacity">The bytes expected; more fit too.</param>
public sealed class RecordBatch(long time, int capacity = 1024) : IBufferWriter<byte>, IDisposable
{
    internal const int MostHeaders = 8;

    private readonly List<Record> _records = [];
    private readonly List<Header> _headers = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 16));
    private int _length;
    private int _start;
    private int _keyEnd;

    public long Time => time;

    public int Count => _records.Count;

    /// <summary>The trace that its records belong to: where it is followed, they carry it on.</summary>
    public ActivityContext Trace { get; set; }

    /// <summary>The topic of all its records; null where they have several.</summary>
    internal string? OnlyTopic { get; private set; }

    internal bool IsFollowed => (Trace.TraceFlags & ActivityTraceFlags.Recorded) != 0;

    internal IReadOnlyList<Record> Records => _records;

    internal IReadOnlyList<Header> Headers => _headers;

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>What was written since the last record is the next one's key.</summary>
    public void EndKey() => _keyEnd = _length;

    /// <summary>What was written since the key is the record's value.</summary>
    /// <param name="topic">The record's topic, by its logical name.</param>
    /// <exception cref="ArgumentException">The key is empty: the record would lie in any partition.</exception>
    public void EndRecord(string topic)
    {
        if (_keyEnd <= _start) throw new ArgumentException("A record without a key would lie in any partition.");
        End(topic);
    }

    /// <summary>Adds a record without a value, after which compaction forgets the key.</summary>
    public void AddTombstone(string topic, ReadOnlySpan<byte> key)
    {
        this.Write(key);
        EndKey();
        End(topic, isTombstone: true);
    }

    private void End(string topic, bool isTombstone = false)
    {
        OnlyTopic = Count == 0 || OnlyTopic == topic ? topic : null;
        _records.Add(new Record(topic, _start, _keyEnd, _length, isTombstone));
        _start = _keyEnd = _length;
    }

    /// <summary>Adds a record that lies elsewhere.</summary>
    /// <inheritdoc cref="EndRecord" path="/exception"/>
    public void Add(string topic, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        this.Write(key);
        EndKey();
        this.Write(value);
        EndRecord(topic);
    }

    /// <summary>Adds a record of another log as it came, with a key or without one.</summary>
    public void AddAsItCame(string topic, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        this.Write(key);
        EndKey();
        this.Write(value);
        End(topic);
    }

    /// <summary>Adds a header to all its records, of which there are at most eight.</summary>
    public void AddHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (_headers.Count == MostHeaders) throw new InvalidOperationException($"Records have at most {MostHeaders} headers.");
        var start = _length;
        this.Write(name);
        this.Write("\0"u8);
        this.Write(value);
        _headers.Add(new Header(start, start + name.Length + 1, _length));
        _start = _keyEnd = _length;
    }

    public string TopicOf(int index) => _records[index].Topic;

    public bool IsTombstone(int index) => _records[index].IsTombstone;

    public ReadOnlySpan<byte> KeyOf(int index) => _bytes.AsSpan(_records[index].Start.._records[index].KeyEnd);

    public ReadOnlySpan<byte> ValueOf(int index) => _bytes.AsSpan(_records[index].KeyEnd.._records[index].End);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int sizeHint)
    {
        var wanted = _length + Math.Max(sizeHint, 1);
        if (wanted <= _bytes.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _bytes.Length * 2));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    /// <summary>Where a record lies: its key, and behind it its value.</summary>
    internal readonly record struct Record(string Topic, int Start, int KeyEnd, int End, bool IsTombstone);

    /// <summary>Where a header lies: its name with a zero behind it, and then its value.</summary>
    internal readonly record struct Header(int Start, int ValueStart, int End);
}
