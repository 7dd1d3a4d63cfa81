using System.Net;
using System.Text.Json;

namespace EdmRelay.Tests;

/// <summary>Reads answers, and holds refusals to the one form that they all have.</summary>
internal static class AnswerReading
{
    /// <summary>The body of a 200.</summary>
    public static async Task<string> OkAsync(this HttpResponseMessage answer)
    {
        var text = await answer.TextAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return text;
    }

    /// <summary>The problem details of a refusal.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status)
    {
        var text = await answer.TextAsync();
        Assert.True((int)answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem;
    }

    /// <summary>What a refusal says to do.</summary>
    public static async Task<string> DetailAsync(this HttpResponseMessage answer, int status) =>
        (await answer.ProblemAsync(status)).GetProperty("detail").GetString()!;

    public static Task<string> TextAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
