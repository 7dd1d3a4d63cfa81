namespace EdmWeb.Admit;

/// <summary>303: what comes next is asked for, and not sent to once more.</summary>
internal sealed class SeeOther(string place) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = place;
        return Task.CompletedTask;
    }
}
