using System.Buffers.Binary;

namespace EdmShopper.Plan;

/// <summary>Makes ids: UUIDs of version 7 (RFC 9562) whose time is the planned one and whose chance is the plan's.</summary>
internal static class SeededIds
{
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="chance">The plan's chance.</param>
    public static string Next(long time, Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time << 16);
        chance.NextBytes(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
