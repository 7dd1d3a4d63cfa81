namespace EdmHosting.Access;

/// <summary>Where a person signs in who asks for a page that is for viewers alone.</summary>
/// <param name="Path">It takes the way back as <c>to</c>.</param>
public sealed record LoginPage(string Path);
