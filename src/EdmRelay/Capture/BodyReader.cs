using System.Buffers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>Reads a request's body into one pooled array, within its limits of type, size and time.</summary>
internal sealed class BodyReader(RelayOptions options, TimeProvider time)
{
    /// <summary>The body, to be disposed of after use, or the refusal that answers the request.</summary>
    public async Task<(PooledBody? Body, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request)) return (null, Refusals.WrongMediaType(request.ContentType));
        if (request.ContentLength > options.MaxBodyBytes) return (null, TooLarge());

        var body = new PooledBody(ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength + 1 ?? 4096, options.MaxBodyBytes + 1)));
        using var deadline = new CancellationTokenSource(options.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, request.HttpContext.RequestAborted);
        try
        {
            while (await request.Body.ReadAsync(body.Free(), either.Token) is > 0 and var read)
            {
                body.Length += read;
                if (body.Length > options.MaxBodyBytes) return Refuse(body, TooLarge());
            }

            return (body, null);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Refuse(body, Refusals.TooSlow(options.BodyTimeout));
        }
        catch (BadHttpRequestException e)
        {
            // The server's own limit of time, or chunks that break the protocol: not the relay's fault.
            return Refuse(body, e.StatusCode == StatusCodes.Status408RequestTimeout
                ? Refusals.TooSlow(options.BodyTimeout)
                : Refusals.NotJson("It does not keep to HTTP"));
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType() && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    private ProblemHttpResult TooLarge() => Refusals.TooLarge($"{options.MaxBodyBytes / 1024} KiB");

    private static (PooledBody?, ProblemHttpResult) Refuse(PooledBody body, ProblemHttpResult refusal)
    {
        body.Dispose();
        return (null, refusal);
    }
}
