namespace EdmContracts.Live;

/// <summary>An event that a head tells of. Times are milliseconds since 1970.</summary>
/// <param name="Topic">Where it lies, without the prefix.</param>
/// <param name="Offset">Where it lies, in the head's partition.</param>
/// <param name="Type">What happened.</param>
/// <param name="EventTime">When it happened.</param>
/// <param name="Received">When the relay received it.</param>
/// <param name="Visitor">Whose it is.</param>
/// <param name="Text">The few words by which a person knows it: the button, the page, the product, the amount.</param>
public sealed record HeadEvent(string Topic, long Offset, string Type, long EventTime, long Received, string Visitor, string Text);
