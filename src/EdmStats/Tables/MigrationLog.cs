using DbUp.Engine.Output;

namespace EdmStats.Tables;

/// <summary>What DbUp says of its work: of interest when something fails, else for debugging. Which scripts were run is said once, elsewhere.</summary>
internal sealed partial class MigrationLog(ILogger log) : IUpgradeLog
{
    public void LogTrace(string format, params object[] args) => Said(Text(format, args));

    public void LogDebug(string format, params object[] args) => Said(Text(format, args));

    public void LogInformation(string format, params object[] args) => Said(Text(format, args));

    public void LogWarning(string format, params object[] args) => Warned(Text(format, args));

    public void LogError(string format, params object[] args) => Failed(null, Text(format, args));

    public void LogError(Exception ex, string format, params object[] args) => Failed(ex, Text(format, args));

    private static string Text(string format, object[] args) => args.Length == 0 ? format : string.Format(null, format, args);

    [LoggerMessage(LogLevel.Debug, "The migrations said: {Text}")]
    private partial void Said(string text);

    [LoggerMessage(LogLevel.Warning, "The migrations warned: {Text}")]
    private partial void Warned(string text);

    [LoggerMessage(LogLevel.Error, "The migrations failed: {Text}")]
    private partial void Failed(Exception? exception, string text);
}
