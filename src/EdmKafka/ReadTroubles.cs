using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>What a reader runs into while brokers are away: said once a cause, and waited out. For the loop's thread.</summary>
internal sealed partial class ReadTroubles(ILogger log)
{
    private ErrorCode _said = ErrorCode.NoError;

    public void Met(Error error)
    {
        if (_said != error.Code) ReadFailed(error.Code, error.Reason);
        _said = error.Code;
    }

    public void Over() => _said = ErrorCode.NoError;

    /// <summary>Asks the brokers, once a second, until they answer.</summary>
    /// <exception cref="OperationCanceledException">The program stops.</exception>
    /// <exception cref="KafkaException">The client cannot go on.</exception>
    public T AskUntilAnswered<T>(Func<T> ask, CancellationToken stopping)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                return ask();
            }
            catch (KafkaException e) when (!e.Error.IsFatal)
            {
                Met(e.Error);
                stopping.WaitHandle.WaitOne(TimeSpan.FromSeconds(1));
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reading failed and is tried again: {Code}, {Reason}")]
    private partial void ReadFailed(ErrorCode code, string reason);
}
