using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Where librdkafka's own lines go. It repeats itself for as long as a broker is away, so they are for debugging; what
/// an operator must know is said once by <see cref="BrokerWatch"/>. Nothing else may happen here: it is called on
/// librdkafka's threads.
/// </summary>
public sealed partial class ClientLog(ILogger<ClientLog> log)
{
    public void Line(LogMessage message) => WroteLine(message.Name, message.Facility, message.Message);

    public void Error(Error error) => Reported(error.Code, error.Reason);

    [LoggerMessage(LogLevel.Debug, "{Client} {Facility}: {Line}")]
    private partial void WroteLine(string client, string facility, string line);

    [LoggerMessage(LogLevel.Debug, "{Code}: {Reason}")]
    private partial void Reported(ErrorCode code, string reason);
}
