namespace EdmRelay.Capture;

/// <summary>How large an event may be in what its JSON holds. Whoever reads it later can count on them.</summary>
internal static class EventLimits
{
    /// <summary>Objects and arrays inside one another, the event itself included.</summary>
    public const int Depth = 16;

    /// <summary>Names of members, of all objects in the event.</summary>
    public const int Names = 1000;

    /// <summary>Bytes of a name.</summary>
    public const int NameBytes = 128;

    /// <summary>Digits of a number.</summary>
    public const int NumberBytes = 64;

    /// <summary>Bytes of a text.</summary>
    public const int TextBytes = 16 * 1024;
}
