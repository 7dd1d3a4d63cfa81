using System.Text.Json;

namespace EdmShopper.Book;

/// <summary>A book as it was read: what was going to be sent, what was sent, and what was answered.</summary>
/// <param name="Head">What was asked for; null where the book does not say.</param>
/// <param name="Events">Every event in the order of the plan.</param>
/// <param name="Tries">Every request in the order of the book, with its answer.</param>
/// <param name="End">How it ended; null when the writer did not come to it.</param>
/// <param name="IsTorn">Whether the last line is not whole: its writer was killed.</param>
public sealed record ShopperBook(
    BookHead? Head, IReadOnlyList<BookedEvent> Events, IReadOnlyList<TryLine> Tries, EndLine? End, bool IsTorn)
{
    /// <summary>Reads a book's file, also while it is being written.</summary>
    /// <exception cref="InvalidDataException">A line, other than a torn last one, is not a book's.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ShopperBook Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(stream);
        return Read(text);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static ShopperBook Read(TextReader text)
    {
        BookHead? head = null;
        EndLine? end = null;
        var plans = new List<PlanLine>();
        var tries = new List<TryLine>();
        var answers = new Dictionary<int, AnswerLine>();
        var torn = false;
        var number = 0;
        for (var line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            number++;
            if (line.Length == 0) continue;
            switch (ReadLine(line, number, isLast: text.Peek() < 0, ref torn))
            {
                case BookHead read: head = read; break;
                case PlanLine plan: plans.Add(plan); break;
                case TryLine tried: tries.Add(tried); break;
                case AnswerLine answer: answers[answer.Try] = answer; break;
                case EndLine read: end = read; break;
            }
        }

        tries = tries.ConvertAll(t => t with { Answer = answers.GetValueOrDefault(t.Number) });
        var ofEvent = tries.SelectMany(t => t.Events, (t, id) => (Id: id, Try: t)).ToLookup(t => t.Id, t => t.Try);
        return new ShopperBook(head, plans.ConvertAll(p => new BookedEvent(p, [.. ofEvent[p.Id]])), tries, end, torn);
    }

    private static object? ReadLine(string line, int number, bool isLast, ref bool torn)
    {
        try
        {
            return BookLines.Read(line);
        }
        catch (JsonException) when (isLast)
        {
            torn = true;
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"Line {number}: {e.Message}", e);
        }
    }
}
