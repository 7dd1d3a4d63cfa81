using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Browser.Tests.Tracker;

/// <summary>One request of the tracker's, with its body read, on its way to the relay.</summary>
internal sealed class Exchange(HttpContext context, byte[] body, HttpClient http, Uri relay)
{
    private static readonly string[] Passed = ["Authorization", "Origin", "User-Agent"];

    /// <summary>Asks the relay.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body, string? RetryAfter)> ForwardAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(relay, "events")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        request.Headers.Host = context.Request.Host.Value;
        foreach (var name in Passed) request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Headers.RetryAfter?.ToString());
    }

    /// <summary>Answers the page.</summary>
    /// <param name="retryAfter">In seconds.</param>
    public async Task AnswerAsync(HttpStatusCode status, ReadOnlyMemory<byte> text, string type = "application/json", string? retryAfter = null)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = type;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.BodyWriter.WriteAsync(text);
    }

    /// <summary>Breaks the connection off.</summary>
    public void Reset() => context.Abort();
}
