namespace EdmStream.Share;

/// <summary>The ten largest counts of each kind of key, the largest first; <c>(other)</c> is the rest, of keys for which there was no room.</summary>
/// <param name="Buttons">Clicks by button.</param>
/// <param name="Pages">Page loads by path.</param>
/// <param name="Sources">Page loads by where the visit came from; those from within the shop are not among them.</param>
/// <param name="Devices">Page loads by <c>phone</c>, <c>tablet</c> and <c>desktop</c>.</param>
/// <param name="Types">Commerce events by type.</param>
/// <param name="Limited">Those lists, and <c>products</c>, of which some keys had no room.</param>
public sealed record Lists(
    IReadOnlyList<KeyCount> Buttons, IReadOnlyList<KeyCount> Pages, IReadOnlyList<KeyCount> Sources, IReadOnlyList<KeyCount> Devices,
    IReadOnlyList<KeyCount> Types, IReadOnlyList<string> Limited);
