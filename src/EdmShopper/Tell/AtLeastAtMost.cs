namespace EdmShopper.Tell;

/// <summary>A number that is known exactly when both are the same.</summary>
public sealed record AtLeastAtMost(int AtLeast, int AtMost);
