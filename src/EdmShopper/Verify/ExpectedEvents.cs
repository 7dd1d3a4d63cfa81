using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace EdmShopper.Verify;

/// <summary>What the lines of a book that were read so far say of each event.</summary>
internal sealed class ExpectedEvents
{
    private readonly Dictionary<UInt128, Expected> _events = [];
    private readonly Dictionary<long, UInt128[]> _open = [];

    /// <summary>By the fingerprints of their ids, once the book has been read to its end.</summary>
    public Dictionary<UInt128, Expected> AtTheEnd()
    {
        // What was on its way when the book ended was never answered.
        foreach (var ids in _open.Values) Each(ids, (ref Expected e) => e.Unknown++);
        _open.Clear();
        return _events;
    }

    /// <summary>A request that is about to be sent, or the answer to one.</summary>
    public void TakeSending(JsonElement line)
    {
        if (line.TryGetProperty("try", out var number))
            _open[number.GetInt64()] = [.. line.GetProperty("events").EnumerateArray().Select(Id)];
        else if (_open.Remove(line.GetProperty("answer").GetInt64(), out var ids))
            TakeAnswer(line, ids);
    }

    /// <summary>An event that is going to be sent.</summary>
    /// <param name="bytes">The line.</param>
    /// <param name="position">Where it stands in the book.</param>
    public void TakePlan(byte[] bytes, long position)
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
