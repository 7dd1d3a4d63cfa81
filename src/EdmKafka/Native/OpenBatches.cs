namespace EdmKafka.Native;

/// <summary>
/// Which batch a record on its way belongs to. librdkafka carries one number with each record: the batch's place here and
/// the record's place in the batch. Any thread may call.
/// </summary>
internal sealed class OpenBatches
{
    private readonly Lock _change = new();
    private readonly Stack<int> _free = [];
    private volatile PendingBatch?[] _places = new PendingBatch?[64];
    private int _used;

    /// <summary>A place for a batch whose records are about to be handed over.</summary>
    public int Open(PendingBatch batch)
    {
        lock (_change)
        {
            if (!_free.TryPop(out var place)) place = _used++;
            if (place == _places.Length)
            {
                var larger = new PendingBatch?[_places.Length * 2];
                _places.CopyTo(larger, 0);
                _places = larger;
            }

            _places[place] = batch;
            return place;
        }
    }

    /// <summary>The number that goes with a record.</summary>
    public static nint Number(int place, int index) => (nint)(((long)place << 32) | (uint)index);

    /// <summary>Answers for the record that the number went with; the last answer of a batch frees its place.</summary>
    public void Answer(nint number, Delivery delivery)
    {
        var place = (int)(number >> 32);
        var batch = _places[place]!;
        if (!batch.Answer((int)(number & 0xFFFF_FFFF), delivery)) return;
        lock (_change)
        {
            _places[place] = null;
            _free.Push(place);
        }

        batch.Complete();
    }
}
