using System.Net;
using System.Text;

namespace Browser.Tests.Tracker;

/// <summary>What the proxy does with a request of the tracker's.</summary>
/// <returns>Whether the page was told for certain what Kafka has of it.</returns>
internal delegate Task<bool> Fault(Exchange exchange);

/// <summary>The ways in which a request can go wrong, and the one in which it does not.</summary>
internal static class Faults
{
    /// <summary>The relay's answer is the page's; a relay that cannot be reached breaks the connection off.</summary>
    public static readonly Fault None = async exchange =>
    {
        try
        {
            var (status, body, retryAfter) = await exchange.ForwardAsync();
            await exchange.AnswerAsync(status, body, retryAfter: retryAfter);
            return status < HttpStatusCode.InternalServerError || Encoding.UTF8.GetString(body).Contains("\"tried\":false", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            exchange.Reset();
            return false;
        }
    };

    /// <summary>The relay never gets it.</summary>
    public static readonly Fault Away = exchange =>
    {
        exchange.Reset();
        return Task.FromResult(false);
    };

    /// <summary>The relay has it, and the page never learns.</summary>
    public static readonly Fault ResetAfterTheAnswer = async exchange =>
    {
        await exchange.ForwardAsync();
        exchange.Reset();
        return false;
    };

    /// <summary>As a login page of a hotel's network: a 200 that is not the relay's.</summary>
    public static readonly Fault Garbage = async exchange =>
    {
        await exchange.AnswerAsync(HttpStatusCode.OK, "<!doctype html><title>Welcome</title>"u8.ToArray(), "text/html");
        return false;
    };

    /// <summary>A 200 of somebody who answers everything alike.</summary>
    public static readonly Fault Polite = async exchange =>
    {
        await exchange.AnswerAsync(HttpStatusCode.OK, "{\"status\":\"ok\"}"u8.ToArray());
        return false;
    };

    /// <summary>The relay never gets it, and the page is told to keep quiet for a minute.</summary>
    public static readonly Fault ComeBackLater = Status(HttpStatusCode.ServiceUnavailable, "{\"tried\":false}", retryAfter: 60);

    /// <summary>The relay never gets it, and the page is told a status.</summary>
    /// <param name="retryAfter">In seconds.</param>
    public static Fault Status(HttpStatusCode status, string problem = "{}", int? retryAfter = null) => async exchange =>
    {
        await exchange.AnswerAsync(status, Encoding.UTF8.GetBytes(problem), "application/problem+json", retryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return true;
    };
}
