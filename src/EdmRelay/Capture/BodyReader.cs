using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>Reads a request's body into one pooled array, within its limits of size and time, and inflates it.</summary>
internal sealed class BodyReader(RelayOptions options, TimeProvider time)
{
    /// <summary>The body, to be disposed of after use, or the refusal that answers the request.</summary>
    public async ValueTask<(PooledBody? Body, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        var gzip = encoding.Count == 1 && string.Equals(encoding[0], "gzip", StringComparison.OrdinalIgnoreCase);
        if (!gzip && encoding.Count > 0 && encoding != "identity") return (null, Refusals.WrongEncoding(encoding.ToString()));
        if (request.ContentLength > options.MaxBodyBytes) return (null, TooLarge());

        var body = new PooledBody((int?)request.ContentLength ?? 4096);
        var refusal = await FillAsync(body, request);
        if (refusal is null && gzip)
        {
            using var deflated = body;
            body = new PooledBody(4 * deflated.Length);
            refusal = Inflate(deflated, body);
        }

        if (refusal is null) return (body, null);
        body.Dispose();
        return (null, refusal);
    }

    private async ValueTask<ProblemHttpResult?> FillAsync(PooledBody body, HttpRequest request)
    {
        CancellationTokenSource? deadline = null;
        try
        {
            while (true)
            {
                // What has come already, which for most bodies is all, is not waited for.
                if (!request.BodyReader.TryRead(out var read))
                {
                    deadline ??= new CancellationTokenSource(options.BodyTimeout, time);
                    read = await request.BodyReader.ReadAsync(deadline.Token);
                }

                body.Append(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                if (body.Length > options.MaxBodyBytes) return TooLarge();
                if (read.IsCompleted) return null;
            }
        }
        catch (OperationCanceledException) when (deadline is { IsCancellationRequested: true })
        {
            return Refusals.TooSlow(options.BodyTimeout);
        }
        catch (BadHttpRequestException e)
        {
            // The server's own limit of time, or chunks that break the protocol: not the relay's fault.
            return e.StatusCode == StatusCodes.Status408RequestTimeout
                ? Refusals.TooSlow(options.BodyTimeout)
                : Refusals.NotJson("It does not keep to HTTP");
        }
        finally
        {
            deadline?.Dispose();
        }
    }

    private ProblemHttpResult? Inflate(PooledBody deflated, PooledBody body)
    {
        try
        {
            using var inflating = deflated.Inflate();
            while (inflating.Read(body.Free().Span) is > 0 and var read)
            {
                body.Length += read;
                if (body.Length > options.MaxBodyBytes) return TooLarge();
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return Refusals.NotJson("It is not gzip, as its Content-Encoding says");
        }
    }

    private ProblemHttpResult TooLarge() => Refusals.TooLarge($"{options.MaxBodyBytes / 1024} KiB");
}
