namespace Browser.Tests.Tracker;

/// <summary>Something that the shopper did, as it can be found again in the topics.</summary>
/// <param name="Type">The event's type.</param>
/// <param name="Key">The button of a click, the url of a page load, of others their property <c>key</c>.</param>
internal sealed record Deed(string Type, string Key);

/// <summary>A record of the topics'.</summary>
internal sealed record Landed(string EventId, Deed Deed);
