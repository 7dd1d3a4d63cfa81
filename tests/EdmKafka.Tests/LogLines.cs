using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EdmKafka.Tests;

/// <summary>All that a program says, of every level.</summary>
internal sealed class LogLines : ILoggerFactory
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Each begins with its level: <c>Warning Some.Class: what was said</c>.</summary>
    public IReadOnlyCollection<string> All => _lines;

    /// <summary>What an operator sees.</summary>
    public IEnumerable<string> Important => _lines.Where(l => !l.StartsWith("Debug", StringComparison.Ordinal) && !l.StartsWith("Trace", StringComparison.Ordinal));

    public int Count(string part) => Important.Count(l => l.Contains(part, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', Important);

    public ILogger CreateLogger(string categoryName) => new Lines(_lines, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Lines(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}".TrimEnd());
    }
}
