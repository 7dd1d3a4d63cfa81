using Microsoft.Extensions.Configuration;

namespace EdmHosting;

/// <summary>
/// <c>SERVICE health</c>: asks the service that runs with the same settings on the same machine whether it is ready, and ends.
/// A container's health check is this, so that its image needs no other program; it runs every few seconds, and so nothing
/// of the service itself is built for it.
/// </summary>
public static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static bool IsAskedFor(string[] args) => args is ["health", ..];

    /// <param name="args">The program's; settings may stand behind the verb.</param>
    /// <param name="port">The program's port when nothing else is said.</param>
    /// <returns>The exit code: 0 when the service is ready, else 1, and a line on standard error says why.</returns>
    public static Task<int> RunAsync(string[] args, int port) => AskAsync(
        new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables()
            .AddCommandLine(args[1..])
            .Build(),
        port);

    internal static async Task<int> AskAsync(IConfiguration settings, int port)
    {
        var mistakes = new SettingsMistakes();
        var trouble = ListenAddress.ToAsk(settings, port, mistakes) is { } address
            ? await TroubleAsync(new Uri(address, "/health/ready"))
            : string.Join(' ', mistakes.Found);
        if (trouble is null) return 0;
        await Console.Error.WriteLineAsync(trouble);
        return 1;
    }

    /// <summary>Why it is not ready; null when it is.</summary>
    private static async Task<string?> TroubleAsync(Uri question)
    {
        // Straight there: whatever proxy the surroundings name is for the world outside.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(question);
            return answer.IsSuccessStatusCode ? null : $"{question} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return $"{question} did not answer: {e.Message}";
        }
    }
}
