using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// The one map from what went wrong to what the sender is told. 408, 429 and 5xx mean "not known, send it again"; any other
/// 4xx means "never".
/// </summary>
internal static class Refusals
{
    private const int RetryAfterSeconds = 2;

    public static ProblemHttpResult NotJson(string reason) =>
        Problem(StatusCodes.Status400BadRequest, "The body is not JSON", $"{reason}. Send one event as a JSON object, or an array of them, in UTF-8.");

    public static ProblemHttpResult UnknownKey() =>
        Problem(StatusCodes.Status401Unauthorized, "Write key missing or wrong",
            "Send the write key of this relay as the user name of basic authentication, or as \"write_key\" in the envelope. It is one of Relay:WriteKeys.");

    public static ProblemHttpResult ForeignOrigin(string origin) =>
        Problem(StatusCodes.Status403Forbidden, "Origin not allowed", $"Pages of {origin} may not send here. Add it to Relay:AllowedOrigins.");

    public static ProblemHttpResult TooSlow(TimeSpan allowed) =>
        Problem(StatusCodes.Status408RequestTimeout, "The body came too slowly", $"It must arrive within {allowed.TotalSeconds:0.###} s. Send it again.");

    public static ProblemHttpResult TooLarge(string limit) =>
        Problem(StatusCodes.Status413PayloadTooLarge, "Too much in one body", $"A body holds at most {limit}. Send the events in several bodies.");

    public static ProblemHttpResult WrongMediaType(string? found) =>
        Problem(StatusCodes.Status415UnsupportedMediaType, "Media type not supported",
            $"The body is {found ?? "of no stated type"}. Send application/json, or application/x-ndjson with an event a line.");

    public static ProblemHttpResult WrongEncoding(string found) =>
        Problem(StatusCodes.Status415UnsupportedMediaType, "Encoding not supported", $"The body is encoded as {found}. Send it plain, or as gzip.");

    public static ProblemHttpResult AllRejected(IReadOnlyList<RejectedEvent> rejected) =>
        Problem(StatusCodes.Status422UnprocessableEntity, "No event was accepted", "Each event's reason is in 'rejected'. Mend the events: the same ones will be refused again.",
            new() { ["rejected"] = rejected });

    public static ProblemHttpResult TooMany(HttpResponse response, TimeSpan wait)
    {
        RetryAfter(response, (int)Math.Ceiling(wait.TotalSeconds));
        return Problem(StatusCodes.Status429TooManyRequests, "Too many requests", "Wait as long as Retry-After says, then send the same body again. Send several events in one body.");
    }

    /// <param name="response">Is told when to try again.</param>
    /// <param name="tried">Whether a broker may have any of the events.</param>
    public static ProblemHttpResult NotConfirmed(HttpResponse response, bool tried)
    {
        RetryAfter(response, RetryAfterSeconds);
        return Problem(StatusCodes.Status503ServiceUnavailable, "Kafka has not confirmed the events", "Send the whole body again, with the same event ids.",
            tried ? null : new() { ["tried"] = false });
    }

    private static void RetryAfter(HttpResponse response, int seconds) =>
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

    private static ProblemHttpResult Problem(int status, string title, string detail, Dictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: more);
}
