using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdmShopper.Book;

/// <summary>
/// Writes a book, one JSON object a line. Lines gather in memory until <see cref="Flush"/>, which ends when the operating
/// system has them all: whoever sends flushes first. May be used from several threads.
/// </summary>
/// <param name="stream">Where to; it is closed with the writer.</param>
public sealed class BookWriter(Stream stream) : IDisposable
{
    // The book is read by programs and people, not by browsers: nothing needs to be escaped for HTML.
    private static readonly JsonWriterOptions Plainly = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _lines = new(64 * 1024);
    private int _tries;

    /// <summary>A book of its own file, which must not be there yet: a book is evidence.</summary>
    /// <exception cref="IOException">The file is there, or cannot be made.</exception>
    public static BookWriter Create(string file) => new(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));

    /// <summary>A book that nobody reads.</summary>
    public static BookWriter Nowhere() => new(Stream.Null);

    public void Write(BookHead head) => WriteLine(head, static (json, head) =>
    {
        json.WriteNumber("book", 1);
        json.WriteNumber("seed", head.Seed);
        json.WriteNumber("rate", head.Rate);
        json.WriteNumber("seconds", head.Seconds);
        json.WriteNumber("shoppers", head.Shoppers);
        json.WriteNumber("started", head.Started);
    });

    public void Write(PlanLine plan) => WriteLine(plan, static (json, plan) =>
    {
        json.WriteString("plan", plan.Id);
        json.WriteNumber("due", plan.Due);
        json.WriteString("as", JsonNamingPolicy.SnakeCaseLower.ConvertName(plan.As.ToString()));
        json.WritePropertyName("event");
        json.WriteRawValue(plan.Event.Span, skipInputValidation: true);
        if (plan.Skew != 0) json.WriteNumber("skew", plan.Skew);
    });

    /// <returns>The try's number.</returns>
    public int WriteTry(long at, IReadOnlyList<string> events)
    {
        var number = Interlocked.Increment(ref _tries);
        WriteLine((number, at, events), static (json, line) =>
        {
            json.WriteNumber("try", line.number);
            json.WriteNumber("at", line.at);
            json.WriteStartArray("events");
            foreach (var id in line.events) json.WriteStringValue(id);
            json.WriteEndArray();
        });
        return number;
    }

    public void Write(AnswerLine answer) => WriteLine(answer, static (json, answer) =>
    {
        json.WriteNumber("answer", answer.Try);
        json.WriteNumber("at", answer.At);
        json.WriteNumber("status", answer.Status);
        json.WriteStartArray("rejected");
        foreach (var (id, reason) in answer.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("event_id", id);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!answer.Tried) json.WriteBoolean("tried", false);
        if (answer.Error is not null) json.WriteString("error", answer.Error);
    });

    public void Write(EndLine end) => WriteLine(end, static (json, end) =>
    {
        json.WriteNumber("end", end.At);
        json.WriteNumber("planned", end.Planned);
        json.WriteNumber("answered", end.Answered);
        json.WriteNumber("rejected", end.Rejected);
        json.WriteNumber("unconfirmed", end.Unconfirmed);
    });

    /// <summary>Hands all lines to the operating system.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_lines.WrittenCount == 0) return;
            stream.Write(_lines.WrittenSpan);
            stream.Flush();
            _lines.ResetWrittenCount();
        }
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void WriteLine<T>(T line, Action<Utf8JsonWriter, T> write)
    {
        lock (_lock)
        {
            using (var json = new Utf8JsonWriter(_lines, Plainly))
            {
                json.WriteStartObject();
                write(json, line);
                json.WriteEndObject();
            }

            _lines.Write("\n"u8);
        }
    }
}
