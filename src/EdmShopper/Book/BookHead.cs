namespace EdmShopper.Book;

/// <summary>The first line of a book: what was asked for.</summary>
/// <param name="Seed">What the plan was made from.</param>
/// <param name="Rate">Events a second.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Shoppers">How many at the same time.</param>
/// <param name="Started">When the first event was due (milliseconds since 1970).</param>
public sealed record BookHead(int Seed, double Rate, double Seconds, int Shoppers, long Started);
