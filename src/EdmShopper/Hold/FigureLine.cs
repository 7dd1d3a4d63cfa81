namespace EdmShopper.Hold;

/// <summary>One figure twice, as text.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Truth">What the book says; two numbers with "to" between them where it cannot know.</param>
/// <param name="Shown">What the node shows.</param>
/// <param name="Holds">Whether they agree.</param>
internal sealed record FigureLine(string Name, string Truth, string Shown, bool Holds);
