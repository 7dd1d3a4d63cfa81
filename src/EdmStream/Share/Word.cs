using System.Globalization;
using System.Text;
using EdmContracts.Live;

namespace EdmStream.Share;

/// <summary>What a record of <c>edm-live</c> is about, and who said it.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Bucket">The bucket of a slice; null for a head.</param>
/// <param name="Head">The head; null for a slice, and where it is withdrawn.</param>
/// <param name="Slice">The slice; null for a head, and where it is withdrawn.</param>
internal sealed record Word(int Partition, int? Bucket, Head? Head, Slice? Slice)
{
    public bool IsWithdrawal => Head is null && Slice is null;

    /// <summary>Who said it, and in which of its assignments; null of a withdrawal, which does not say.</summary>
    public (string Node, long Assignment)? Speaker =>
        Head is not null ? (Head.Node, Head.Assignment) : Slice is not null ? (Slice.Node, Slice.Assignment) : null;

    /// <summary>By input topic: the offset up to which it counts.</summary>
    public IReadOnlyDictionary<string, long> UpTo => Head?.UpTo ?? Slice?.UpTo ?? new Dictionary<string, long>();

    /// <returns>Null where it is no word: the topic is everybody's.</returns>
    public static Word? Read(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        var place = Encoding.UTF8.GetString(key).Split('/');
        if (place.Length > 2 || !int.TryParse(place[0], CultureInfo.InvariantCulture, out var partition) || partition < 0) return null;
        if (place.Length == 1)
        {
            var head = value.IsEmpty ? null : LiveWords.Read<Head>(value);
            return head is null && !value.IsEmpty ? null : new Word(partition, null, head, null);
        }

        if (!int.TryParse(place[1], CultureInfo.InvariantCulture, out var bucket) || bucket < 0) return null;
        var slice = value.IsEmpty ? null : LiveWords.Read<Slice>(value);
        return slice is null && !value.IsEmpty ? null : new Word(partition, bucket, null, slice);
    }
}
