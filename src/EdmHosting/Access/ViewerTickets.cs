using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdmHosting.Access;

/// <summary>
/// What a browser that signed in shows from then on: when it ends, and an HMAC of that under a key derived from the viewer
/// key. Nothing is stored: every instance of every service that has the viewer key checks it, and another key ends all of them.
/// </summary>
internal sealed class ViewerTickets(string viewerKey)
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(viewerKey), 32, info: "EdmDemo viewer ticket"u8.ToArray());

    /// <returns>A text of digits, a dot, and what cookies may hold.</returns>
    public string Make(DateTimeOffset end)
    {
        var seconds = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{seconds}.{Base64Url.EncodeToString(Sign(seconds))}";
    }

    public bool IsGood(string ticket, DateTimeOffset now)
    {
        if (ticket.Split('.') is not [var seconds, var signature]) return false;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end <= now.ToUnixTimeSeconds()) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Sign(seconds))));
    }

    private byte[] Sign(string seconds) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(seconds));
}
