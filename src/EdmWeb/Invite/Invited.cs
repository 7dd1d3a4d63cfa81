namespace EdmWeb.Invite;

/// <summary>Who came in.</summary>
/// <param name="Shoppers">How many.</param>
/// <param name="Until">When they leave (milliseconds since 1970).</param>
public sealed record Invited(int Shoppers, long Until);
